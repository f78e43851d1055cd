"""Other corpus tools on a table: python corpus_tools.py NAME TABLE.jsonl FOLDER JOBS

Each with those of its steps that come nearest to what ``clean --no-segment`` does. Run by an
interpreter that has the tool; this one needs neither.

datatrove has neither conversion nor words; what it has for text is ftfy, lines of symbols and the
filter of C4, whose cues are English. data-juicer has conversion by OpenCC in C++, ftfy, white
space, punctuation (which it makes half-width, in Chinese text too), links, e-mail, copyright
comments of source code, repeated sentences.
"""

from __future__ import annotations

import sys
from pathlib import Path

# mypy: ignore-errors


def datatrove(table: Path, folder: Path, jobs: int) -> None:
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.filters import C4QualityFilter
    from datatrove.pipeline.formatters import FTFYFormatter, SymbolLinesFormatter
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter

    parts = folder / "in"
    parts.mkdir(parents=True)
    with table.open("rb") as rows:  # a task takes whole files, so each gets one
        files = [(parts / f"{number}.jsonl").open("wb") for number in range(jobs)]
        for number, row in enumerate(rows):
            files[number % jobs].write(row)
        for file in files:
            file.close()
    LocalPipelineExecutor(
        pipeline=[
            JsonlReader(str(parts)),
            FTFYFormatter(),
            SymbolLinesFormatter(symbols_to_remove=["|", "/", "•", "·"]),
            # By default it drops lines of fewer than three words, so all lines of Chinese.
            C4QualityFilter(
                filter_no_terminal_punct=False, min_num_sentences=-1, min_words_per_line=-1
            ),
            JsonlWriter(str(folder / "out"), compression=None),
        ],
        tasks=jobs,
        workers=jobs,
        logging_dir=str(folder / "logs"),
    ).run()


def data_juicer(table: Path, folder: Path, jobs: int) -> None:
    from data_juicer.config import init_configs
    from data_juicer.core import DefaultExecutor

    folder.mkdir(parents=True)
    recipe = folder / "recipe.yaml"
    recipe.write_text(
        f"""
dataset_path: {table}
export_path: {folder}/out.jsonl
work_dir: {folder}
np: {jobs}
use_cache: false
open_tracer: false
process:
  - fix_unicode_mapper:
  - chinese_convert_mapper: {{mode: t2s}}
  - punctuation_normalization_mapper:
  - whitespace_normalization_mapper:
  - clean_links_mapper:
  - clean_email_mapper:
  - clean_copyright_mapper:
  - remove_repeat_sentences_mapper:
"""
    )
    DefaultExecutor(init_configs(["--config", str(recipe)])).run()


TOOLS = {"datatrove": datatrove, "data-juicer": data_juicer}


if __name__ == "__main__":
    TOOLS[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
