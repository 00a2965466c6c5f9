// Reads statements, and writes a line for each place where they are no Spark SQL.
import { readFileSync } from 'node:fs';
import { SparkSQL } from 'dt-sql-parser';

for (const error of new SparkSQL().validate(readFileSync(0, 'utf8'))) {
    console.log(`${error.startLine}:${error.startColumn} ${error.message}`);
}
