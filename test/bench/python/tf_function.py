"""One update as a tf.function, with TensorFlow's own Adam op: tf_function.py CASE [xla]"""
import json, sys
from racer import say, serve, windows

try:
    import numpy as np
    import tensorflow as tf
except ImportError:
    say("missing", what="TensorFlow")
    sys.exit()

case, xla = json.loads(sys.argv[1]), "xla" in sys.argv
hidden, time_steps, batch = case["hiddenUnits"], case["timeSteps"], case["batch"]
lstm = case["cell"] == "lstm"
sums = hidden * (4 if lstm else 1)
shapes = [(sums, 1), (sums, hidden), (sums,), (sums,), (1, hidden), (1,)]
# The reference's weights, drawn as PyTorch draws them: 24 bits of each number of a Mersenne twister.
random = np.random.RandomState(1)
variables = []
for shape in shapes:
    bits = random.randint(0, 2**32, size=shape, dtype=np.uint32) & ((1 << 24) - 1)
    bound = np.float32(1 / np.sqrt(hidden))
    variables.append(tf.Variable((bits / np.float32(2**24) * (2 * bound) - bound).astype(np.float32)))
moments = [(tf.Variable(tf.zeros_like(v)), tf.Variable(tf.zeros_like(v))) for v in variables]
powers = tf.Variable([1.0, 1.0], dtype=tf.float32)
carried = [tf.Variable(tf.zeros([batch, hidden])) for _ in range(2 if lstm else 1)]


@tf.function(jit_compile=xla)
def train(window, target):
    with tf.GradientTape() as tape:
        kernel, recurrent, bias, recurrent_bias, out_kernel, out_bias = variables
        projected = tf.matmul(tf.reshape(window, [-1, 1]), kernel, transpose_b=True) + (bias + recurrent_bias)
        state, *cell = [c.read_value() for c in carried]
        states = []
        for projection in tf.unstack(tf.reshape(projected, [batch, time_steps, sums]), axis=1):
            a = projection + tf.matmul(state, recurrent, transpose_b=True)
            if lstm:
                i, f, g, o = tf.split(a, 4, axis=1)
                cell = [tf.sigmoid(f) * cell[0] + tf.sigmoid(i) * tf.tanh(g)]
                state = tf.sigmoid(o) * tf.tanh(cell[0])
            else:
                state = tf.tanh(a)
            states.append(state)
        rows = tf.reshape(tf.stack(states, 1), [-1, hidden])
        predictions = tf.reshape(tf.matmul(rows, out_kernel, transpose_b=True) + out_bias, [batch, time_steps, 1])
        loss = tf.reduce_mean(tf.math.squared_difference(predictions, target))
    gradients = tape.gradient(loss, variables)
    for variable, value in zip(carried, [state, *cell]):
        variable.assign(value)
    powers.assign(powers * [0.9, 0.999])
    # Keras adds epsilon before the correction, PyTorch after it.
    epsilon = 1e-8 * tf.sqrt(1 - powers[1])
    for variable, (m, v), gradient in zip(variables, moments, gradients):
        tf.raw_ops.ResourceApplyAdam(
            var=variable.handle, m=m.handle, v=v.handle, beta1_power=powers[0], beta2_power=powers[1],
            lr=case["learningRate"], beta1=0.9, beta2=0.999, epsilon=epsilon, grad=gradient)
    return loss, predictions


inputs, targets = [[tf.constant(a) for a in windows_] for windows_ in windows(np, batch, time_steps)]
done = 0


def update():
    global done
    window, done = done % len(inputs), done + 1
    loss, predictions = train(inputs[window], targets[window])
    predictions.numpy()
    return loss.numpy()


serve(f"TensorFlow {tf.__version__}", update)
