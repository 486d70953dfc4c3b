"""Splits the raw output of both streams into console lines."""

from .redact import redacted
from .times import naive, seconds

STDERR = 0


def log_lines(outputs):
    """The streams interleave, so a line is numbered when its first character arrives."""
    lines, open_lines = [], {}
    for output in outputs:
        stream, text = output.output_type, output.line
        while text:
            part, newline, text = text.partition("\n")
            if stream not in open_lines:
                open_lines[stream] = {"number": len(lines), "level": "error" if stream == STDERR else "",
                                      "timestamp": naive(seconds(output.timestamp), "microseconds"), "line": ""}
                lines.append(open_lines[stream])
            open_lines[stream]["line"] += part
            if newline:
                del open_lines[stream]
    for line in lines:
        # A carriage return goes back to the start of the line.
        line["line"] = redacted(line["line"].rstrip("\r").rsplit("\r", 1)[-1])
    return lines
