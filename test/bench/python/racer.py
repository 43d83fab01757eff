"""What a competitor's process says and is told; see test/bench/protocol.ts."""
import json, sys, time


def say(kind, **rest):
    print(json.dumps({"kind": kind, **rest}, separators=(",", ":")), flush=True)


def serve(about, update):
    """update() makes one update, reads its results back and gives the loss."""
    say("ready", about=about, perCall=1)
    for line in sys.stdin:
        command, number = line.split()
        if command == "losses":
            say("losses", losses=[float(update()) for _ in range(int(number))])
        else:
            updates, used, begin = 0, time.process_time(), time.perf_counter()
            while updates < 3 or time.perf_counter() - begin < float(number):
                update()
                updates += 1
            elapsed, used = time.perf_counter() - begin, time.process_time() - used
            say("turn", updates=updates, microseconds=elapsed * 1e6, processor=used * 1e6)


def windows(np, batch, time_steps, count=60):
    """[window, batch, time step, feature]: made once and gone through again and again, at no cost to an update."""

    def times(index, sequence):
        t = np.linspace(index * np.pi, (index + 1) * np.pi, time_steps, dtype=np.float32)
        return t.astype(np.float64) + sequence / batch * 2 * np.pi

    t = np.stack([np.stack([times(index, b) for b in range(batch)]) for index in range(count)])[..., None]
    return np.sin(t).astype(np.float32), np.cos(t).astype(np.float32)
