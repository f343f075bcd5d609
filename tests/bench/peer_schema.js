// SPDX-License-Identifier: MIT
// node peer_schema.js FOLDER SECONDS, with ajv in NODE_PATH: bench_schema.c once more, by JSON.parse and what ajv has compiled.
"use strict";
const fs = require("fs");
const path = require("path");
const Ajv = require("ajv/dist/2020").default;

function lines(name) {
	return fs.readFileSync(path.join(process.argv[2], name), "utf8").split("\n").filter(Boolean);
}

function rate(isValid, artifacts, seconds) {
	const began = process.hrtime.bigint();
	const until = BigInt(Math.round(seconds * 1e9));
	let count = 0, took;
	do {
		for (const [schema, artifact] of artifacts)
			isValid(schema, artifact);
		count += artifacts.length;
		took = process.hrtime.bigint() - began;
	} while (took < until);
	return Math.round(count / (Number(took) / 1e9));
}

const seconds = Number(process.argv[3]);
// As seam: formats are annotations, unknown keywords are allowed, and what matters is the verdict.
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: false });
const schemas = lines("schemas.jsonl").map(line => ajv.compile(JSON.parse(line)));
const texts = lines("artifacts.jsonl").map(line => {
	const space = line.indexOf(" ");
	return [schemas[Number(line.slice(0, space))], line.slice(space + 1)];
});
const values = texts.map(([schema, text]) => [schema, JSON.parse(text)]);
const fromText = (schema, text) => schema(JSON.parse(text));
const checkAlone = (schema, value) => schema(value);

const valid = values.filter(([schema, value]) => schema(value)).length;
rate(fromText, texts, seconds / 2); // until it is compiled
rate(checkAlone, values, seconds / 2);
console.log(values.length, valid, rate(fromText, texts, seconds), rate(checkAlone, values, seconds));
