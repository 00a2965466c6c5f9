-- What a manifest in one object says, as the lines that it would be in JSON Lines.
INSERT INTO line BY NAME
SELECT place, repository, day, isCurrent, file, 'project' AS record, schemaVersion, assembly, project, frameworks, source, inForce,
    summary, to_json(baseline) AS baseline
FROM whole;

INSERT INTO line BY NAME
SELECT * REPLACE (to_json(baseline) AS baseline)
FROM (SELECT place, repository, day, isCurrent, file, 'unit' AS record, schemaVersion, assembly, project, unnest(units, max_depth := 2) FROM whole);

INSERT INTO line BY NAME
SELECT place, repository, day, isCurrent, file, 'finding' AS record, schemaVersion, assembly, project, unnest(findings, max_depth := 2) FROM whole;

DROP TABLE whole;
