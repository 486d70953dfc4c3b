"""Reads the records of a `.wandb` log."""

import struct
import zlib

from wandb.proto.wandb_internal_pb2 import Record

HEADER = 7
BLOCK = 32768
FULL, FIRST, MIDDLE, LAST = 1, 2, 3, 4


def payloads(content):
    """LevelDB log framing with a plain CRC-32. A truncated tail, as a killed process leaves it, ends the log."""
    at, parts = HEADER, []
    while at + 7 <= len(content):
        left = BLOCK - at % BLOCK
        if left < 7:
            at += left
            continue
        checksum, length, kind = struct.unpack_from("<IHB", content, at)
        if kind == 0:
            at += left
            continue
        payload = content[at + 7 : at + 7 + length]
        if len(payload) < length:
            return
        if zlib.crc32(payload, zlib.crc32(bytes([kind]))) != checksum:
            raise ValueError(f"bad checksum at byte {at}")
        at += 7 + length
        parts = [payload] if kind in (FULL, FIRST) else [*parts, payload]
        if kind in (FULL, LAST):
            yield b"".join(parts)


def records(path):
    return [Record.FromString(payload) for payload in payloads(path.read_bytes())]
