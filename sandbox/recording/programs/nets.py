"""A dense network trained batch by batch. Without hidden layers it is logistic regression."""

import numpy as np


def one_hot(y, classes):
    return np.eye(classes)[y]


class Net:
    family = "net"

    def __init__(self, weights, biases):
        self.weights, self.biases = weights, biases

    @classmethod
    def fresh(cls, sizes, rng):
        shapes = list(zip(sizes[:-1], sizes[1:]))
        return cls([rng.normal(0, np.sqrt(2 / a), (a, b)) for a, b in shapes], [np.zeros(b) for _, b in shapes])

    def layers(self, x):
        outputs = [x]
        for w, b in zip(self.weights[:-1], self.biases[:-1]):
            outputs.append(np.maximum(outputs[-1] @ w + b, 0))
        return outputs

    def probabilities(self, x):
        # Not shifted by the largest logit, because runs with too large a learning rate should overflow.
        e = np.exp(self.layers(x)[-1] @ self.weights[-1] + self.biases[-1])
        return e / e.sum(axis=1, keepdims=True)

    def gradients(self, x, target, weight_decay):
        outputs = self.layers(x)
        delta = (self.probabilities(x) - target) / len(x)
        grads = []
        for i in reversed(range(len(self.weights))):
            grads = [outputs[i].T @ delta + weight_decay * self.weights[i], delta.sum(axis=0), *grads]
            delta = (delta @ self.weights[i].T) * (outputs[i] > 0)
        return grads

    def parameters(self):
        return [p for pair in zip(self.weights, self.biases) for p in pair]

    def arrays(self):
        return {f"p{i}": p.astype(np.float32) for i, p in enumerate(self.parameters())}

    @classmethod
    def restore(cls, arrays):
        parameters = [arrays[f"p{i}"].astype(np.float64) for i in range(len(arrays))]
        return cls(parameters[0::2], parameters[1::2])


def sgd(config):
    def step(parameter, grad, memory, rate):
        memory["v"] = config["momentum"] * memory.get("v", 0) - rate * grad
        parameter += memory["v"]
    return step


def adam(config):
    def step(parameter, grad, memory, rate):
        t = memory["t"] = memory.get("t", 0) + 1
        memory["m"] = 0.9 * memory.get("m", 0) + 0.1 * grad
        memory["s"] = 0.999 * memory.get("s", 0) + 0.001 * grad**2
        parameter -= rate * (memory["m"] / (1 - 0.9**t)) / (np.sqrt(memory["s"] / (1 - 0.999**t)) + 1e-8)
    return step


def rmsprop(config):
    def step(parameter, grad, memory, rate):
        memory["s"] = 0.9 * memory.get("s", 0) + 0.1 * grad**2
        parameter -= rate * grad / (np.sqrt(memory["s"]) + 1e-8)
    return step


OPTIMIZERS = {"sgd": sgd, "adam": adam, "rmsprop": rmsprop}


def learning_rate(config, epoch):
    if config["schedule"]["type"] == "cosine":
        return config["learning_rate"] * 0.5 * (1 + np.cos(np.pi * epoch / config["epochs"]))
    return config["learning_rate"]


def fit(config, x, y, start=None):
    """Yields a row for each logged batch, and a row with the model at the end of each epoch."""
    rng = np.random.default_rng(config["seed"])
    if config["optimizer"] not in OPTIMIZERS:
        raise ValueError(f"unknown optimizer {config['optimizer']!r}, choose one of {sorted(OPTIMIZERS)}")
    hidden = config["hidden_units"]
    hidden = hidden if isinstance(hidden, list) else [hidden]
    net = start["model"] if start else Net.fresh([x.shape[1], *hidden, config["data"]["classes"]], rng)
    step = OPTIMIZERS[config["optimizer"]](config)
    memory = [{} for _ in net.parameters()]
    targets = one_hot(y, config["data"]["classes"])
    size, batch = config["batch_size"], 0
    for epoch in range(start["epoch"] + 1 if start else 0, config["epochs"]):
        order = np.random.default_rng([config["seed"], epoch]).permutation(len(x))
        rate = learning_rate(config, epoch)
        for at in range(0, len(x), size):
            pick = order[at : at + size]
            grads = net.gradients(x[pick], targets[pick], config["weight_decay"])
            for parameter, grad, state in zip(net.parameters(), grads, memory):
                step(parameter, grad, state, rate)
            batch += 1
            if batch % config["log_every"] == 0:
                chance = (net.probabilities(x[pick]) * targets[pick]).sum(axis=1)
                row = {"train/loss": float(-np.log(chance).mean())}
                if config["log_gradients"]:
                    row["train/grad_norm"] = float(np.sqrt(sum((g**2).sum() for g in grads)))
                yield row, None
        yield {"epoch": epoch, "lr": float(rate)}, net
