"""How far two sound files are apart at most, in dBFS; fails where that is more than the third argument says."""
import math
import struct
import sys


def samples(path):
    """The samples of a WAV of 32-bit floats, all channels in turn."""
    data = open(path, "rb").read()
    at, form = 12, None
    while at < len(data):
        name, size = struct.unpack_from("<4sI", data, at)
        if name == b"fmt ":
            form, _, _, _, _, bits = struct.unpack_from("<HHIIHH", data, at + 8)
        if name == b"data":
            if form not in (3, 0xFFFE) or bits != 32:
                sys.exit(f"{path} holds no 32-bit floats: format {form}, {bits} bits")
            return struct.unpack_from(f"<{size // 4}f", data, at + 8)
        at += 8 + size + size % 2
    sys.exit(f"{path} holds no sound")


def main():
    a, b = samples(sys.argv[1]), samples(sys.argv[2])
    if len(a) != len(b) or not a:
        sys.exit(f"{len(a)} and {len(b)} samples")
    worst = max(abs(x - y) for x, y in zip(a, b))
    loudest = max(abs(x) for x in a)
    level = 20 * math.log10(worst) if worst else -math.inf
    print(f"  {len(a)} samples, at most {level:.1f} dBFS apart")
    return 0 if level <= float(sys.argv[3]) and loudest > 0.01 else 1


sys.exit(main())
