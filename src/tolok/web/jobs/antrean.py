"""The one task in the queue of django-tasks: run the job of this id."""

from __future__ import annotations

from uuid import UUID

from django_tasks import task


@task()
def kerjakan(pekerjaan: str) -> None:
    """Run a job; whatever happens stands in its row, so the task itself always succeeds."""
    from tolok.web.jobs.jalan import run_pekerjaan  # it puts interrupted jobs back into this queue

    run_pekerjaan(UUID(pekerjaan))


def antrekan(pekerjaan: UUID) -> UUID:
    """Put a job into the queue, in the transaction of the caller, and return the id of its task."""
    return UUID(kerjakan.enqueue(str(pekerjaan)).id)
