"""One engine over one file: ``python -m tests.adapters.engines ENGINE IN.jsonl OUT.jsonl [FLAG]``.

Writes the rows sorted by id. With FLAG a worker kills itself in the middle of the work, once; the
file of that name is the sign that it has.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

Rows = list[dict[str, Any]]


def dying(flag: str | None, table: Any) -> None:
    """Kill this process if that has not been done yet and ``table`` is from the middle."""
    if flag and "500" in table.column("id").to_pylist() and not os.path.exists(flag):
        Path(flag).touch()
        os.kill(os.getpid(), signal.SIGKILL)


def direct(source: str, _: str | None) -> Rows:
    """Clean without an engine: what all others are held against."""
    from cleaner import Cleaner

    cleaner = Cleaner()
    rows = [json.loads(line) for line in Path(source).read_text("utf-8").splitlines()]
    return [{**row, "text": cleaner.clean(row["text"])} for row in rows]


def datatrove(source: str, _: str | None, executor: str = "LocalPipelineExecutor") -> Rows:
    """Run a pipeline of reader, step and writer in several tasks."""
    import tempfile

    import datatrove.executor
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter

    from cleaner.adapters.datatrove import Clean

    with tempfile.TemporaryDirectory() as folder:
        lines = Path(source).read_text("utf-8").splitlines(keepends=True)
        Path(folder, "in").mkdir()
        for part in range(4):
            Path(folder, "in", f"{part}.jsonl").write_text("".join(lines[part::4]), "utf-8")
        steps = [
            JsonlReader(f"{folder}/in"),
            Clean(),
            JsonlWriter(f"{folder}/out", compression=None),
        ]
        run: Any = getattr(datatrove.executor, executor)
        run(pipeline=steps, tasks=4, workers=2, logging_dir=f"{folder}/logs").run()
        written = sorted(Path(folder, "out").glob("*.jsonl"))
        rows = [json.loads(line) for path in written for line in path.read_text().splitlines()]
    return [{"id": row["id"], "text": row["text"]} for row in rows]


def datatrove_ray(source: str, flag: str | None) -> Rows:
    """Run the same pipeline on Ray."""
    import ray

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False)
    return datatrove(source, flag, "RayPipelineExecutor")


def ray(source: str, flag: str | None) -> Rows:
    """Run ``map_batches`` in a pool of actors."""
    import ray as engine

    from cleaner.adapters.ray import Clean

    class Dying(Clean):
        def __call__(self, table: Any) -> Any:
            dying(flag, table)
            return super().__call__(table)

    engine.init(num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False)
    engine.data.DataContext.get_current().enable_progress_bars = False
    rows = [json.loads(line) for line in Path(source).read_text("utf-8").splitlines()]
    data = engine.data.from_items(rows, override_num_blocks=20)
    done = data.map_batches(Dying, batch_format="pyarrow", concurrency=2)
    return list(done.take_all())


def spark(source: str, flag: str | None) -> Rows:
    """Run ``mapInArrow`` on two cores; a task may fail four times."""
    from pyspark.sql import SparkSession

    from cleaner.adapters.spark import clean

    function: Callable[[Iterable[Any]], Iterator[Any]] = clean()

    def deadly(data: Iterable[Any]) -> Iterator[Any]:
        def watched() -> Iterator[Any]:
            for batch in data:
                dying(flag, batch)
                yield batch

        return function(watched())

    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local[2,4]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "50")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    frame = session.read.schema("id string, text string").json(source).repartition(6)
    rows = frame.mapInArrow(deadly, frame.schema).collect()
    session.stop()
    return [row.asDict() for row in rows]


def datasets(source: str, _: str | None) -> Rows:
    """Run ``map`` in two processes."""
    import tempfile

    import datasets as engine

    from cleaner.adapters.datasets import Clean

    with tempfile.TemporaryDirectory() as cache:
        engine.disable_progress_bars()
        data = engine.load_dataset("json", data_files=source, split="train", cache_dir=cache)
        return list(data.map(Clean(), batched=True, batch_size=100, num_proc=2))


ENGINES: dict[str, Callable[[str, str | None], Rows]] = {
    "direct": direct,
    "datatrove": datatrove,
    "datatrove-ray": datatrove_ray,
    "ray": ray,
    "spark": spark,
    "datasets": datasets,
}


def main() -> None:
    """Run the engine named on the command line."""
    name, source, target, *flag = sys.argv[1:]
    rows = ENGINES[name](source, flag[0] if flag else None)
    lines = [
        json.dumps({"id": row["id"], "text": row["text"]}, ensure_ascii=False)
        for row in sorted(rows, key=lambda row: int(row["id"]))
    ]
    Path(target).write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
