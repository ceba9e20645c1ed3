"""What the terminal shows of statements: how many, what they add up to, what must be known, and where they are."""

from __future__ import annotations

import math

from addin.hosts.files.terminal import plain_console
from addin.hosts.files.udmelding import Udmeldt
from udfs.errors import antal, kroner


def show(done: Udmeldt) -> None:
    console = plain_console()
    amounts = done.plan.summary["tildeling"]
    console.print(f"{antal(len(amounts), 'side', 'sider')}, i alt {kroner(math.fsum(amounts))}")
    for warning in done.plan.warnings:
        console.print(f"! {warning}")
    for message in done.plan.messages:
        if message not in done.plan.warnings:
            console.print(f"- {message}")
    if done.files:
        console.print(f"\nSkrevet: {antal(len(done.files), 'fil', 'filer')} i {done.target}", soft_wrap=True)
        return
    console.print(f"\n{'Erstattet' if done.replaced else 'Skrevet'}: {done.target}", soft_wrap=True)
