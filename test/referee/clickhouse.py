"""Answers SQL with ClickHouse in this process: a question a line, {sql, parameters}, and an answer a line."""

import json
import sys

from chdb.session import Session

session = Session()

# Without threads and compiled code, a question over a few runs takes a third of the time.
session.query(
    "SET output_format_json_quote_denormals = 1, max_query_size = 100000000, max_ast_elements = 10000000,"
    " max_expanded_ast_elements = 10000000, max_threads = 1, compile_expressions = 0,"
    " compile_aggregate_expressions = 0, compile_sort_description = 0"
)


def answer(question):
    rows = str(session.query(question["sql"], "JSONCompactEachRow", params=question["parameters"]))
    return [json.loads(row) for row in rows.split("\n") if row]


for line in sys.stdin:
    try:
        reply = {"answer": answer(json.loads(line))}
    except Exception as error:
        reply = {"error": str(error)[:2000]}
    print(json.dumps(reply), flush=True)
