"""Answers SQL with ClickHouse in this process: a question a line, {sql, parameters}, and an answer a line."""

import json
import sys

from chdb.session import Session

SETTINGS = " SETTINGS output_format_json_quote_denormals = 1, max_query_size = 100000000, max_ast_elements = 10000000, max_expanded_ast_elements = 10000000"

session = Session()


def answer(question):
    sql = question["sql"] + (SETTINGS if question["sql"].startswith("SELECT") else "")
    rows = str(session.query(sql, "JSONCompactEachRow", params=question["parameters"]))
    return [json.loads(row) for row in rows.split("\n") if row]


for line in sys.stdin:
    try:
        reply = {"answer": answer(json.loads(line))}
    except Exception as error:
        reply = {"error": str(error)[:2000]}
    print(json.dumps(reply), flush=True)
