#!/usr/bin/env python3
"""Answers each request with the fault that its path names. Prints its port, then serves.

The part of a path's last segment behind a dot keeps the counters of two clients apart.
"""
import asyncio
import collections
import json
import socket
import struct

FINE = b'{"name": "fine", "count": 3}'
asked = collections.Counter()
closed = collections.Counter()
most_open = collections.Counter()
now_open = collections.Counter()


def head(status, *fields):
    return "\r\n".join([f"HTTP/1.1 {status}", *fields, "", ""]).encode()


def whole(status, body, media_type="application/json", *fields):
    length = f"Content-Length: {len(body)}"
    return head(status, f"Content-Type: {media_type}", length, *fields) + body


def reset(writer):
    """Closes with RST instead of FIN."""
    linger = struct.pack("ii", 1, 0)
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    writer.transport.abort()


def plain(kind, count):
    """The answers that are one write."""
    if kind == "notjson":
        return whole("200 OK", b"fine, three")
    if kind == "mediatype":
        return whole("200 OK", b"<p>fine</p>", "text/html; charset=utf-8")
    if kind == "shape":
        return whole("200 OK", b'{"name": 1}')
    if kind == "redirect":
        return whole("302 Found", b"", "text/plain", "Location: /faults/fine")
    if kind == "retryafter" and count == 1:
        return whole("429 Too Many Requests", b"{}", "application/json", "Retry-After: 1")
    if kind == "burst" and count <= 2 or kind == "down":
        return whole("503 Service Unavailable", b"{}")
    if kind == "counters":
        return whole("200 OK", json.dumps({"name": json.dumps({
            "asked": asked, "closed": closed, "most": most_open}), "count": 0}).encode())
    return whole("200 OK", FINE)


async def broken(kind, name, reader, writer):
    """The answers that end badly or never; whether this was one."""
    begun = head("200 OK", "Content-Type: application/json", "Content-Length: 1000") + b'{"name":'
    if kind in ("reset", "truncated"):
        writer.write(begun)
        await writer.drain()
        await asyncio.sleep(0.05)
        reset(writer) if kind == "reset" else writer.close()
    elif kind == "early":
        reset(writer)
    elif kind == "drip":
        writer.write(begun)
        for _ in range(600):
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.1)
    elif kind == "hang":
        await reader.read()
        closed[name] += 1
        writer.close()
    else:
        return False
    return True


async def serve(reader, writer):
    transport = None
    try:
        while True:
            request = await reader.readuntil(b"\r\n\r\n")
            name = request.split(b" ")[1].decode().rsplit("/", 1)[-1]
            kind, _, client = name.partition(".")
            if transport is None:
                transport = client
                now_open[client] += 1
                most_open[client] = max(most_open[client], now_open[client])
            asked[name] += 1
            if await broken(kind, name, reader, writer):
                return
            writer.write(plain(kind, asked[name]))
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()
    finally:
        if transport is not None:
            now_open[transport] -= 1


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0, backlog=4096)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
