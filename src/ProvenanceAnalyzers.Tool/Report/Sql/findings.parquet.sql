-- The findings that are in no unit.
SELECT repository, day, assembly, project, rule, "level", path, line, "column", message, suppressed, justification, frameworks
FROM line
WHERE record = 'finding' AND isCurrent;
