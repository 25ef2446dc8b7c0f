#!/usr/bin/env python3
"""Answers each request with the fault that its path names. Prints its port, then serves.

The part of a path's last segment behind a dot keeps the counters of two clients apart.
"""
import asyncio
import collections
import json
import socket
import struct

SIZE = 50 * 1024 * 1024
PIECE = bytes(range(256)) * 256
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
            "asked": asked, "closed": closed, "most": most_open, "open": now_open}), "count": 0}).encode())
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


def bytes_head(size):
    return head("200 OK", "Content-Type: application/octet-stream", f"Content-Length: {size}")


async def write(writer, *pieces):
    for piece in pieces:
        writer.write(piece)
        await writer.drain()


async def send_file(kind, name, reader, writer):
    """A file as its name says; whether the connection can go on."""
    if kind == "none":
        await write(writer, whole("404 Not Found", b'{"name": "none", "count": 0}'))
        return True
    if kind in ("drops", "drip"):
        count = 1 if kind == "drops" else 5
        await write(writer, bytes_head(4 * count))
        for _ in range(count):
            await write(writer, b"drop")
            await asyncio.sleep(0.2 if kind == "drip" else 0)
        return True
    await write(writer, bytes_head(SIZE))
    if kind == "big":
        await write(writer, *[PIECE] * (SIZE // len(PIECE)))
        return True
    await write(writer, PIECE)
    if kind == "truncated":
        writer.close()
    elif kind == "reset":
        await asyncio.sleep(0.2)
        reset(writer)
    elif kind == "hold":
        await reader.read()
    else:
        try:
            while True:
                await write(writer, b".")
                await asyncio.sleep(0.02)
        except ConnectionError:
            closed[name] += 1
    return False


async def take_file(request, reader, writer):
    """Says how much arrived of a body, with a length or in chunks."""
    fields = dict(line.lower().split(": ", 1) for line in request.decode().split("\r\n")[1:] if line)
    count = 0
    if "content-length" in fields:
        size = int(fields["content-length"])
        while count < size:
            count += len(await reader.read(min(65536, size - count))) or size
    else:
        while size := int(await reader.readline(), 16):
            count += len(await reader.readexactly(size))
            await reader.readline()
        await reader.readline()
    how = "length" if "content-length" in fields else "chunks"
    await write(writer, whole("200 OK", json.dumps({"name": how, "count": count}).encode()))


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
            if b" /files/" in request:
                if request.startswith(b"PUT"):
                    await take_file(request, reader, writer)
                elif not await send_file(kind, name, reader, writer):
                    return
                continue
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
