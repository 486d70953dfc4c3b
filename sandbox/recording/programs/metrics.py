"""Metrics of a model."""

import numpy as np


def loss(probabilities, y):
    return float(-np.log(probabilities[np.arange(len(y)), y]).mean())


def accuracy(probabilities, y):
    return float((probabilities.argmax(axis=1) == y).mean())


def confusion(probabilities, y, classes):
    table = np.zeros((classes, classes), int)
    np.add.at(table, (y, probabilities.argmax(axis=1)), 1)
    return table


def per_class(table):
    """Precision, recall and F1 of every class of a confusion matrix."""
    hit = np.diag(table).astype(float)
    precision = hit / np.maximum(table.sum(axis=0), 1)
    recall = hit / np.maximum(table.sum(axis=1), 1)
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-12)
    return np.stack([precision, recall, f1], axis=1)
