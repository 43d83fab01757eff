"""One update as a tf.function, with TensorFlow's own Adam op: tf_function.py CASE WINDOWS [xla]"""
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
cell, carried_on = case["cell"], case["data"] == "lesson"
inputs, targets = windows(np, case, sys.argv[2])
features, outputs = inputs.shape[-1], targets.shape[-1]
sums = hidden * {"rnn-tanh": 1, "gru": 3, "lstm": 4}[cell]
widths = [features] + [hidden] * (case["layers"] - 1)
shapes = [shape for width in widths for shape in [(sums, width), (sums, hidden), (sums,), (sums,)]]
shapes += [(outputs, hidden), (outputs,)]
# The reference's weights, drawn as PyTorch draws them: 24 bits of each number of a Mersenne twister.
random = np.random.RandomState(1)
variables = []
for shape in shapes:
    bits = random.randint(0, 2**32, size=shape, dtype=np.uint32) & ((1 << 24) - 1)
    bound = np.float32(1 / np.sqrt(hidden))
    variables.append(tf.Variable((bits / np.float32(2**24) * (2 * bound) - bound).astype(np.float32)))
moments = [(tf.Variable(tf.zeros_like(v)), tf.Variable(tf.zeros_like(v))) for v in variables]
powers = tf.Variable([1.0, 1.0], dtype=tf.float32)
per_layer = 2 if cell == "lstm" else 1
carried = [tf.Variable(tf.zeros([batch, hidden])) for _ in range(per_layer * case["layers"])]


def layer(rows, parameters, states):
    """Hidden states of all time steps, [batch · time step, hidden], and the layer's states after them."""
    kernel, recurrent, bias, recurrent_bias = parameters
    # Of a GRU the recurrent bias is multiplied by the reset gate, of others both are only added.
    projected = tf.matmul(rows, kernel, transpose_b=True) + (bias if cell == "gru" else bias + recurrent_bias)
    hiddens = []
    for projection in tf.unstack(tf.reshape(projected, [batch, time_steps, sums]), axis=1):
        product = tf.matmul(states[0], recurrent, transpose_b=True)
        if cell == "lstm":
            i, f, g, o = tf.split(projection + product, 4, axis=1)
            memory = tf.sigmoid(f) * states[1] + tf.sigmoid(i) * tf.tanh(g)
            states = [tf.sigmoid(o) * tf.tanh(memory), memory]
        elif cell == "gru":
            ir, iz, i_n = tf.split(projection, 3, axis=1)
            hr, hz, hn = tf.split(product + recurrent_bias, 3, axis=1)
            z, n = tf.sigmoid(iz + hz), tf.tanh(i_n + tf.sigmoid(ir + hr) * hn)
            states = [(1 - z) * n + z * states[0]]
        else:
            states = [tf.tanh(projection + product)]
        hiddens.append(states[0])
    return tf.reshape(tf.stack(hiddens, 1), [-1, hidden]), states


@tf.function(jit_compile=xla)
def train(window, target):
    with tf.GradientTape() as tape:
        rows, after = tf.reshape(window, [-1, features]), []
        for at in range(case["layers"]):
            states = [c.read_value() for c in carried[at * per_layer:(at + 1) * per_layer]]
            rows, states = layer(rows, variables[4 * at:4 * at + 4], states)
            after += states
        out_kernel, out_bias = variables[-2:]
        predicted = tf.matmul(rows, out_kernel, transpose_b=True) + out_bias
        predictions = tf.reshape(predicted, [batch, time_steps, outputs])
        loss = tf.reduce_mean(tf.math.squared_difference(predictions, target))
    gradients = tape.gradient(loss, variables)
    if carried_on:
        for variable, value in zip(carried, after):
            variable.assign(value)
    powers.assign(powers * [0.9, 0.999])
    # Keras adds epsilon before the correction, PyTorch after it.
    epsilon = 1e-8 * tf.sqrt(1 - powers[1])
    for variable, (m, v), gradient in zip(variables, moments, gradients):
        tf.raw_ops.ResourceApplyAdam(
            var=variable.handle, m=m.handle, v=v.handle, beta1_power=powers[0], beta2_power=powers[1],
            lr=case["learningRate"], beta1=0.9, beta2=0.999, epsilon=epsilon, grad=gradient)
    return loss, predictions


inputs, targets = [[tf.constant(a) for a in each] for each in (inputs, targets)]
done = 0


def update():
    global done
    window, done = done % len(inputs), done + 1
    loss, predictions = train(inputs[window], targets[window])
    predictions.numpy()
    return loss.numpy()


serve(f"TensorFlow {tf.__version__}", update)
