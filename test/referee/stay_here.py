"""Lets this process talk to this machine alone, and notes every other host that it asks for."""

import sys

HERE = ("127.0.0.1", "::1", "localhost", b"127.0.0.1", b"localhost", None, "")

asked = []


def watch(event, arguments):
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    if host not in HERE:
        asked.append(str(host))
        raise ConnectionRefusedError(f"{host} is not this machine")


sys.addaudithook(watch)
