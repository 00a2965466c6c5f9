-- What is known of each project, and how many units the other table has of it that count.
SELECT repository, day, assembly, project, frameworks, revision, clean, version, mode, policies, evidence, baselineEntries,
    (SELECT count(*) FROM unit WHERE unit.place = manifest.place) AS units
FROM manifest
WHERE isCurrent;
