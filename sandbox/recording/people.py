"""The invented names; everything else in a recording comes from real runs."""

ENTITY = "harbor-lab"
PROJECT = "digits"
DESCRIPTION = "Small classifiers on the data sets bundled with scikit-learn"

USERS = {
    "ada": "Ada Marlowe",
    "barbara": "Barbara Sato",
    "grace": "Grace Okafor",
    "linus": "Linus Brandt",
}


def email(username):
    return f"{username}@harbor-lab.example"
