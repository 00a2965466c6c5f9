-- What is known of each project.
SELECT repository, day, assembly, project, frameworks, revision, clean, version, mode, policies, evidence, baselineEntries
FROM manifest
WHERE isCurrent;
