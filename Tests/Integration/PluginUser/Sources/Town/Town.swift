// Two APIs in one target: each folder of pages beside this file is one.
