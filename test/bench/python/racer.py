"""What a competitor's process says and is told; see test/bench/race/protocol.ts."""
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


def windows(np, case, folder):
    """The case's windows, inputs and targets, each [update, batch, time step, feature]: gone through again and again."""
    files = [np.fromfile(f"{folder}/{part}.f32", np.float32) for part in ("inputs", "targets")]
    return [a.reshape(case["checkedUpdates"], case["batch"], case["timeSteps"], -1) for a in files]
