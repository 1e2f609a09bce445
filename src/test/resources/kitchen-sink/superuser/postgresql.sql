-- What works through functions and types: operators, casts, languages, base types, foreign tables and the like.
-- Only a superuser may make some of them. Root: clients.
CREATE SCHEMA ops;
CREATE EXTENSION postgres_fdw;

-- operators, a family with a class and members of no class
CREATE FUNCTION ops.same_mod(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1 % 10 = $2 % 10 $$;
CREATE FUNCTION ops.other_mod(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1 % 10 <> $2 % 10 $$;
CREATE OPERATOR ops.=== (FUNCTION = ops.same_mod, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = OPERATOR(ops.===), NEGATOR = OPERATOR(ops.<!>), MERGES, HASHES, RESTRICT = eqsel, JOIN = eqjoinsel);
CREATE OPERATOR ops.<!> (FUNCTION = ops.other_mod, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = OPERATOR(ops.<!>), NEGATOR = OPERATOR(ops.===));
COMMENT ON OPERATOR ops.=== (integer, integer) IS 'ends in the same digit; it''s a test';
CREATE FUNCTION ops.twice(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';
CREATE OPERATOR ops.## (FUNCTION = ops.twice, RIGHTARG = integer);
COMMENT ON OPERATOR ops.## (NONE, integer) IS 'twice';

CREATE FUNCTION ops.abs_lt(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT abs($1) < abs($2)';
CREATE FUNCTION ops.abs_le(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT abs($1) <= abs($2)';
CREATE FUNCTION ops.abs_eq(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT abs($1) = abs($2)';
CREATE FUNCTION ops.abs_ge(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT abs($1) >= abs($2)';
CREATE FUNCTION ops.abs_gt(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT abs($1) > abs($2)';
CREATE FUNCTION ops.abs_cmp(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT btint4cmp(abs($1), abs($2))';
CREATE OPERATOR ops.|<| (FUNCTION = ops.abs_lt, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = OPERATOR(ops.|>|), NEGATOR = OPERATOR(ops.|>=|), RESTRICT = scalarltsel, JOIN = scalarltjoinsel);
CREATE OPERATOR ops.|<=| (FUNCTION = ops.abs_le, LEFTARG = integer, RIGHTARG = integer, NEGATOR = OPERATOR(ops.|>|));
CREATE OPERATOR ops.|=| (FUNCTION = ops.abs_eq, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = OPERATOR(ops.|=|));
CREATE OPERATOR ops.|>=| (FUNCTION = ops.abs_ge, LEFTARG = integer, RIGHTARG = integer, NEGATOR = OPERATOR(ops.|<|));
CREATE OPERATOR ops.|>| (FUNCTION = ops.abs_gt, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = OPERATOR(ops.|<|), NEGATOR = OPERATOR(ops.|<=|));
CREATE OPERATOR CLASS ops.abs_ops FOR TYPE integer USING btree AS
  OPERATOR 1 ops.|<| (integer, integer), OPERATOR 2 ops.|<=| (integer, integer), OPERATOR 3 ops.|=| (integer, integer),
  OPERATOR 4 ops.|>=| (integer, integer), OPERATOR 5 ops.|>| (integer, integer), FUNCTION 1 ops.abs_cmp(integer, integer);
COMMENT ON OPERATOR CLASS ops.abs_ops USING btree IS 'without the sign';
CREATE OPERATOR FAMILY ops."Mixed" USING btree;
COMMENT ON OPERATOR FAMILY ops."Mixed" USING btree IS 'of two widths';
ALTER OPERATOR FAMILY ops."Mixed" USING btree ADD OPERATOR 1 pg_catalog.< (integer, bigint), FUNCTION 1 (integer, bigint) btint48cmp(integer, bigint);
CREATE OPERATOR CLASS ops.points FOR TYPE circle USING gist AS
  OPERATOR 3 && (circle, circle), OPERATOR 15 <-> (circle, point) FOR ORDER BY pg_catalog.float_ops,
  FUNCTION 1 gist_circle_consistent(internal, circle, smallint, oid, internal), FUNCTION 2 gist_box_union(internal, internal),
  FUNCTION 3 gist_circle_compress(internal), FUNCTION 5 gist_box_penalty(internal, internal, internal),
  FUNCTION 6 gist_box_picksplit(internal, internal), FUNCTION 7 gist_box_same(box, box, internal),
  FUNCTION 8 gist_circle_distance(internal, circle, smallint, oid, internal), STORAGE box;

-- types that stand on them
CREATE TYPE ops.abs_range AS RANGE (SUBTYPE = integer, SUBTYPE_OPCLASS = ops.abs_ops);
CREATE DOMAIN ops.round_number AS integer CONSTRAINT ends_in_0 CHECK (VALUE OPERATOR(ops.===) 0);

-- casts, by a function, by text, by nothing
CREATE TYPE ops.cents AS (amount bigint);
CREATE FUNCTION ops.to_cents(numeric) RETURNS ops.cents LANGUAGE sql IMMUTABLE AS $$ SELECT ROW(($1 * 100)::bigint)::ops.cents $$;
CREATE CAST (numeric AS ops.cents) WITH FUNCTION ops.to_cents(numeric) AS ASSIGNMENT;
COMMENT ON CAST (numeric AS ops.cents) IS 'a hundred each';
CREATE CAST (ops.cents AS json) WITH INOUT;
CREATE TYPE ops.state AS ENUM ('open', 'shut');
CREATE CAST (text AS ops.state) WITH INOUT AS IMPLICIT;
CREATE CAST (ops.abs_range AS text) WITH INOUT AS ASSIGNMENT;

-- a base type with functions of its own, an array of it in another type, and a shell
CREATE TYPE ops.code;
CREATE FUNCTION ops.code_in(cstring) RETURNS ops.code LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION ops.code_out(ops.code) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE ops.code (INPUT = ops.code_in, OUTPUT = ops.code_out, INTERNALLENGTH = variable, STORAGE = extended, ALIGNMENT = int4, CATEGORY = 'S', COLLATABLE = true, DEFAULT = 'no''ne', DELIMITER = ';');
COMMENT ON TYPE ops.code IS 'as text';
CREATE CAST (ops.code AS text) WITHOUT FUNCTION AS IMPLICIT;
CREATE TYPE ops.a_pair AS (first ops.code, more ops.code[]);
CREATE TYPE ops.tiny;
CREATE FUNCTION ops.tiny_in(cstring) RETURNS ops.tiny LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION ops.tiny_out(ops.tiny) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE ops.tiny (INPUT = ops.tiny_in, OUTPUT = ops.tiny_out, LIKE = integer);
CREATE FUNCTION ops.tiny_same(ops.tiny, ops.tiny) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'int4eq';
CREATE FUNCTION ops.tiny_hash(ops.tiny) RETURNS integer LANGUAGE internal IMMUTABLE STRICT AS 'hashint4';
CREATE OPERATOR public.= (FUNCTION = ops.tiny_same, LEFTARG = ops.tiny, RIGHTARG = ops.tiny, COMMUTATOR = OPERATOR(public.=), HASHES);
CREATE OPERATOR CLASS ops.tiny_ops DEFAULT FOR TYPE ops.tiny USING hash AS OPERATOR 1 public.=, FUNCTION 1 ops.tiny_hash(ops.tiny);
CREATE TYPE ops.only_a_name;

-- a language, functions in C, access methods, a conversion
CREATE FUNCTION ops.a_call() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE FUNCTION ops.an_inline(internal) RETURNS void LANGUAGE c STRICT AS '$libdir/plpgsql', 'plpgsql_inline_handler';
CREATE FUNCTION ops.a_check(oid) RETURNS void LANGUAGE c STRICT AS '$libdir/plpgsql', 'plpgsql_validator';
CREATE TRUSTED LANGUAGE plours HANDLER ops.a_call INLINE ops.an_inline VALIDATOR ops.a_check;
COMMENT ON LANGUAGE plours IS 'another name';
CREATE FUNCTION ops.in_ours() RETURNS integer LANGUAGE plours AS $$ BEGIN RETURN 1; END $$;
CREATE FUNCTION ops.json_of(internal) RETURNS internal LANGUAGE internal IMMUTABLE STRICT AS 'array_agg_finalfn';
CREATE TRANSFORM FOR jsonb LANGUAGE plours (FROM SQL WITH FUNCTION ops.json_of(internal));
COMMENT ON TRANSFORM FOR jsonb LANGUAGE plours IS 'one way';
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
CREATE ACCESS METHOD btree2 TYPE INDEX HANDLER bthandler;
COMMENT ON ACCESS METHOD heap2 IS 'as heap';
CREATE CONVERSION ops.ours FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;
COMMENT ON CONVERSION ops.ours IS 'as theirs';

-- text search with a parser and a template of its own
CREATE TEXT SEARCH PARSER ops.words (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);
COMMENT ON TEXT SEARCH PARSER ops.words IS 'as theirs';
CREATE TEXT SEARCH TEMPLATE ops.plain (INIT = dsimple_init, LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH DICTIONARY ops.ours (TEMPLATE = ops.plain, stopwords = 'english');
CREATE TEXT SEARCH CONFIGURATION ops.ours (PARSER = ops.words);
ALTER TEXT SEARCH CONFIGURATION ops.ours ADD MAPPING FOR asciiword WITH ops.ours;

-- tables of other servers
CREATE FOREIGN DATA WRAPPER nowhere OPTIONS (debug 'true');
COMMENT ON FOREIGN DATA WRAPPER nowhere IS 'no handler';
CREATE SERVER "far away" TYPE 'a' VERSION '9''8' FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'db.example', dbname 'it''s');
COMMENT ON SERVER "far away" IS 'over there';
CREATE FOREIGN TABLE ops.far_rows (
  id integer OPTIONS (column_name 'no') NOT NULL,
  name text COLLATE "C" DEFAULT 'x;y',
  mood ops.state,
  CONSTRAINT id_positive CHECK (id > 0)
) SERVER "far away" OPTIONS (schema_name 'public', table_name 'rows');
COMMENT ON FOREIGN TABLE ops.far_rows IS 'not here';
COMMENT ON COLUMN ops.far_rows.name IS 'its name';
CREATE VIEW ops.a_far_view AS SELECT far_rows.id, far_rows.name FROM ops.far_rows;

-- what uses them
CREATE TABLE ops.countries (code ops.code NOT NULL, size ops.tiny DEFAULT '7'::ops.tiny, pairs ops.a_pair[]);
CREATE INDEX countries_size ON ops.countries USING hash (size);
CREATE TABLE public.clients (
  id integer PRIMARY KEY,
  number integer,
  lucky ops.round_number,
  spans ops.abs_range,
  state ops.state DEFAULT 'open'::ops.state,
  owes ops.cents,
  names ops.code[],
  CONSTRAINT ends_alike CHECK (number OPERATOR(ops.<!>) 3)
);
CREATE INDEX clients_abs ON public.clients USING btree (number ops.abs_ops);
CREATE TABLE public.orders (id integer PRIMARY KEY, client_id integer NOT NULL REFERENCES public.clients (id), around circle, number integer, CONSTRAINT one_sign EXCLUDE USING btree (number ops.abs_ops WITH OPERATOR(ops.|=|)));
CREATE INDEX orders_around ON public.orders USING gist (around ops.points);
CREATE VIEW public.alike AS SELECT a.id FROM public.clients a JOIN public.clients b ON a.number OPERATOR(ops.===) b.number;
-- operators over the rows of a table come after it, and before what uses them
CREATE FUNCTION ops.same_client(public.clients, public.clients) RETURNS boolean LANGUAGE sql AS 'SELECT $1.id = $2.id';
CREATE OPERATOR ops.~=~ (FUNCTION = ops.same_client, LEFTARG = public.clients, RIGHTARG = public.clients);
CREATE VIEW public.a_rows_view AS SELECT a.id FROM public.clients a, public.clients b WHERE a.* OPERATOR(ops.~=~) b.*;
CREATE FUNCTION ops.id_of(public.clients) RETURNS integer LANGUAGE sql AS 'SELECT $1.number';
CREATE CAST (public.clients AS integer) WITH FUNCTION ops.id_of(public.clients);

-- neutral
CREATE TABLE public.jobs (id integer PRIMARY KEY, state ops.state, at timestamp with time zone) ;
CREATE FUNCTION ops.job_like(integer, text) RETURNS boolean LANGUAGE sql AS 'SELECT count(*) > 0 FROM public.jobs WHERE id = $1';
CREATE OPERATOR ops.@@@ (FUNCTION = ops.job_like, LEFTARG = integer, RIGHTARG = text);
COMMENT ON OPERATOR ops.@@@ (integer, text) IS 'goes with the jobs';
-- goes nowhere
CREATE FUNCTION ops.both(integer, text) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.jobs, public.clients';
CREATE OPERATOR ops.@!@ (FUNCTION = ops.both, LEFTARG = integer, RIGHTARG = text);

-- by hand
CREATE FUNCTION ops.on_ddl() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE '%', tg_tag; END $$;
CREATE EVENT TRIGGER watch ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION ops.on_ddl();
ALTER EVENT TRIGGER watch ENABLE ALWAYS;
COMMENT ON EVENT TRIGGER watch IS 'who does what';
CREATE PUBLICATION "some of it" FOR TABLE public.clients, public.jobs WITH (publish = 'insert, update', publish_via_partition_root = true);
CREATE PUBLICATION everything FOR ALL TABLES;
CREATE USER MAPPING FOR CURRENT_USER SERVER "far away" OPTIONS (user 'u', password 'hidden');
