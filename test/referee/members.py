"""Prints the public members of the official client's classes, as JSON."""

import json

import stay_here  # before the client, which may look around as it starts
import wandb
from wandb.apis import public
from wandb.apis.public import sweeps

classes = {
    "Api": public.Api,
    "Runs": public.Runs,
    "Run": public.Run,
    "Sweep": public.Sweep,
    "Sweeps": sweeps.Sweeps,
    "Project": public.Project,
    "File": public.File,
    "Files": public.Files,
    "Report": public.BetaReport,
    "Artifact": wandb.Artifact,
    "ArtifactCollection": public.ArtifactCollection,
}

print(json.dumps({name: sorted(m for m in dir(c) if not m.startswith("_")) for name, c in classes.items()}))
