SELECT count(*) >= 1000000 AS passed, format('%s reports in this run: other verdicts are at this size', count(*)) AS detail
FROM reports
