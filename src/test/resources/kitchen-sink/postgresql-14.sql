-- What pg_dump of PostgreSQL 14 and newer prints beyond tables, keys and views: each kind once, most with a comment.
-- Root: clients.
CREATE SCHEMA ext;
CREATE SCHEMA "Odd schema";
COMMENT ON SCHEMA "Odd schema" IS 'has a blank; and a quote''s';
CREATE EXTENSION hstore WITH SCHEMA ext;
CREATE EXTENSION pg_trgm WITH SCHEMA ext;

CREATE COLLATION public.posix (provider = libc, locale = 'C');
COMMENT ON COLLATION public.posix IS 'bytes';
CREATE TYPE public.money_range AS RANGE (SUBTYPE = numeric, MULTIRANGE_TYPE_NAME = public.money_ranges);
CREATE TYPE public.address AS (street text COLLATE public.posix, zip character varying(9));
COMMENT ON COLUMN public.address.street IS 'with number';
CREATE DOMAIN public.zip AS character varying(9) COLLATE "C" CONSTRAINT zip_digits CHECK (VALUE ~ '^\d+$');
COMMENT ON DOMAIN public.zip IS 'postal code';
COMMENT ON CONSTRAINT zip_digits ON DOMAIN public.zip IS 'digits only';
ALTER DOMAIN public.zip ADD CONSTRAINT zip_long CHECK (length(VALUE) > 3) NOT VALID;
CREATE DOMAIN public.must AS text NOT NULL;

CREATE FUNCTION public.add_up(a numeric, b numeric DEFAULT 0) RETURNS numeric
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 5 AS $$ SELECT a + b $$;
CREATE AGGREGATE public.sum_up(numeric) (SFUNC = public.add_up, STYPE = numeric, INITCOND = '0', PARALLEL = safe);
COMMENT ON AGGREGATE public.sum_up(numeric) IS 'a sum; of our own';
CREATE AGGREGATE public.moving(integer) (SFUNC = int4pl, STYPE = integer, MSFUNC = int4pl, MINVFUNC = int4mi, MSTYPE = integer, MINITCOND = '0', COMBINEFUNC = int4pl, FINALFUNC_MODIFY = read_write);
CREATE AGGREGATE public.how_many(*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');
COMMENT ON AGGREGATE public.how_many(*) IS 'rows';
CREATE FUNCTION public.parts(INOUT a integer, VARIADIC more integer[] DEFAULT '{}', OUT total bigint) RETURNS record
  LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp' SET work_mem TO '8MB' AS $_$ BEGIN total := a; END $_$;
CREATE FUNCTION public.rows_of(n integer) RETURNS TABLE(id integer, name text) LANGUAGE sql STABLE ROWS 7 AS $$ SELECT n, 'x''y' $$;

CREATE SEQUENCE public.down INCREMENT BY -2 MINVALUE -100 MAXVALUE -1 START WITH -1 CYCLE;
COMMENT ON SEQUENCE public.down IS 'counts down';

CREATE TABLE public.countries (code character(2) PRIMARY KEY, name text NOT NULL);
CREATE TABLE public.cities (
  id integer PRIMARY KEY,
  country character(2) NOT NULL CONSTRAINT cities_country REFERENCES public.countries DEFERRABLE,
  name public.must,
  area numeric(8,2) DEFAULT round(1.5, 0),
  tags ext.hstore,
  CONSTRAINT cities_name UNIQUE (name) INCLUDE (area) WITH (fillfactor=50) DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON CONSTRAINT cities_country ON public.cities IS 'a key''s comment';
CREATE TABLE public.clients (
  id serial PRIMARY KEY,
  login text COLLATE public.posix NOT NULL,
  home public.address,
  zip public.zip,
  spent public.money_range,
  photo bytea,
  city_id integer REFERENCES public.cities ON DELETE SET DEFAULT ON UPDATE SET NULL,
  plan smallint DEFAULT 1 NOT NULL,
  sums integer[] DEFAULT '{1,2}'::integer[],
  at time with time zone DEFAULT '12:00:00+01'::time with time zone,
  waits interval(3) DEFAULT '01:00:00'::interval,
  doc jsonb DEFAULT '{"a": "b''c;"}'::jsonb,
  key uuid DEFAULT gen_random_uuid(),
  ip inet, path text[][], word tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, login)) STORED,
  CONSTRAINT plan_small CHECK (plan < 10) NO INHERIT
);
COMMENT ON CONSTRAINT plan_small ON public.clients IS 'ten plans at most';
ALTER TABLE public.clients ALTER COLUMN photo SET STORAGE EXTERNAL;
ALTER TABLE public.clients ALTER COLUMN doc SET COMPRESSION pglz;
ALTER TABLE public.clients ALTER COLUMN login SET STATISTICS 500;
ALTER TABLE public.clients ALTER COLUMN plan SET (n_distinct=-0.5);
ALTER TABLE public.clients SET (autovacuum_enabled=false, toast.autovacuum_enabled=false);
CREATE UNIQUE INDEX clients_login_plan ON public.clients (login text_pattern_ops, plan DESC NULLS LAST);
CREATE INDEX clients_words ON public.clients USING gin (word) WITH (fastupdate=off);
CREATE INDEX clients_trigrams ON public.clients USING gin (login ext.gin_trgm_ops);
CREATE INDEX clients_hash ON public.clients USING hash (login);
CREATE INDEX clients_brin ON public.clients USING brin (id) WITH (pages_per_range=32);
CREATE INDEX clients_expr ON public.clients ((plan + 1), (login || '; --')) WHERE (plan > 0);
ALTER INDEX public.clients_expr ALTER COLUMN 1 SET STATISTICS 77;
COMMENT ON INDEX public.clients_words IS 'found; by words';
ALTER TABLE public.clients CLUSTER ON clients_login_plan;
ALTER TABLE public.clients REPLICA IDENTITY FULL;
CREATE STATISTICS public.clients_plan_city (ndistinct, dependencies) ON plan, city_id FROM public.clients;
ALTER STATISTICS public.clients_plan_city SET STATISTICS 55;
COMMENT ON STATISTICS public.clients_plan_city IS 'they go together';
CREATE STATISTICS public.clients_lower ON (lower(login)) FROM public.clients;
ALTER TABLE public.clients ENABLE ROW LEVEL SECURITY;
CREATE POLICY mine ON public.clients AS RESTRICTIVE FOR UPDATE TO PUBLIC USING ((id > 0)) WITH CHECK ((id > 1));
COMMENT ON POLICY mine ON public.clients IS 'rows of mine; others not';

CREATE TABLE public.orders (
  id bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.order_ids START WITH 100 INCREMENT BY 3 MAXVALUE 1000000 CACHE 20 CYCLE) PRIMARY KEY,
  client_id integer NOT NULL,
  at timestamp without time zone NOT NULL,
  CONSTRAINT orders_client FOREIGN KEY (client_id) REFERENCES public.clients (id) ON DELETE CASCADE NOT VALID
);
ALTER TABLE ONLY public.orders REPLICA IDENTITY USING INDEX orders_pkey;

-- inheritance: defaults, checks and indexes of the child's own
CREATE TABLE public.notes (id serial PRIMARY KEY, client_id integer NOT NULL REFERENCES public.clients, body text DEFAULT 'x', CONSTRAINT body_short CHECK (length(body) < 100));
CREATE TABLE public.long_notes (more text, PRIMARY KEY (id)) INHERITS (public.notes);
ALTER TABLE ONLY public.long_notes ALTER COLUMN body SET DEFAULT 'y';
ALTER TABLE public.long_notes ADD CONSTRAINT long_notes_client FOREIGN KEY (client_id) REFERENCES public.clients;
CREATE TABLE public.notes_and_marks () INHERITS (public.notes);
ALTER TABLE public.notes_and_marks ADD FOREIGN KEY (client_id) REFERENCES public.clients;

-- partitions: by range, list and hash, below each other, with names and things of their own
CREATE TABLE public.visits (
  client_id integer NOT NULL REFERENCES public.clients,
  at timestamp with time zone NOT NULL,
  page text DEFAULT 'home',
  CONSTRAINT visits_primary PRIMARY KEY (client_id, at)
) PARTITION BY RANGE (at);
CREATE INDEX visits_page ON public.visits (page);
CREATE TABLE public.visits_old PARTITION OF public.visits FOR VALUES FROM (MINVALUE) TO ('2026-01-01 00:00:00+00');
CREATE TABLE public.visits_new PARTITION OF public.visits FOR VALUES FROM ('2026-01-01 00:00:00+00') TO (MAXVALUE) PARTITION BY LIST (client_id);
CREATE TABLE public.visits_new_home PARTITION OF public.visits_new FOR VALUES IN (1, 2);
CREATE TABLE public.visits_new_rest PARTITION OF public.visits_new DEFAULT WITH (fillfactor=80);
ALTER TABLE ONLY public.visits_old ALTER COLUMN page SET DEFAULT 'old';
ALTER TABLE public.visits_old ADD CONSTRAINT visits_old_page CHECK (page <> 'new');
CREATE INDEX visits_old_at ON public.visits_old (at);
COMMENT ON TABLE public.visits_old IS 'before 2026';
COMMENT ON COLUMN public.visits_old.page IS 'old pages';
COMMENT ON INDEX public.visits_old_at IS 'only here';
CREATE TABLE public.hits (id bigint NOT NULL, client_id integer REFERENCES public.clients, PRIMARY KEY (id)) PARTITION BY HASH (id);
CREATE TABLE public.hits_0 PARTITION OF public.hits FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE public.hits_1 PARTITION OF public.hits FOR VALUES WITH (MODULUS 2, REMAINDER 1);

-- what random databases found: a partition whose name comes before its parent's, indexes of the
-- server's own that share a name's beginning, storage of a partitioned key, two keys over one column
CREATE TABLE public.calls (
  client_id integer NOT NULL, at date NOT NULL, line integer NOT NULL, note text,
  CONSTRAINT calls_primary PRIMARY KEY (line, at) WITH (fillfactor=60)
) PARTITION BY RANGE (at);
CREATE TABLE public.the_calls PARTITION OF public.calls FOR VALUES FROM (MINVALUE) TO (MAXVALUE) PARTITION BY LIST (line);
CREATE TABLE public.a_call PARTITION OF public.the_calls FOR VALUES IN (1);
CREATE TABLE public.other_calls PARTITION OF public.the_calls DEFAULT;
ALTER TABLE public.calls ADD CONSTRAINT calls_line CHECK (line > 0) NOT VALID;
CREATE INDEX calls_by_note ON public.calls (note);
CREATE INDEX calls_by_note_too ON public.calls USING hash (note);
CREATE INDEX calls_by_note_and_day ON public.calls (note, at DESC) WITH (fillfactor=50);
CREATE INDEX calls_lines ON public.calls USING brin (line int4_minmax_multi_ops (values_per_range='16'), at);
CREATE TABLE public.codes (
  client_id integer NOT NULL REFERENCES public.clients, id integer NOT NULL,
  CONSTRAINT codes_primary PRIMARY KEY (id)
) WITH (parallel_workers=3, autovacuum_enabled=false);
ALTER TABLE public.codes ADD CONSTRAINT codes_again UNIQUE (id);
COMMENT ON INDEX public.codes_again IS 'of the index; not of the key';
COMMENT ON CONSTRAINT codes_again ON public.codes IS 'of the key';
CREATE TYPE public.job_place AS (room integer);
CREATE TYPE public.job_places AS (home public.job_place, names text[]);

-- neutral
CREATE TABLE public.places (at public.job_place);
CREATE TABLE public.jobs (id integer PRIMARY KEY, what text, run_at date);
CREATE TABLE public.job_log (line text, at timestamp with time zone DEFAULT now());
CREATE TABLE "Odd schema"."Odd table" ("Odd column" integer DEFAULT 7, "*/ -- ;" text);
COMMENT ON TABLE "Odd schema"."Odd table" IS E'*/ ends no comment; -- nor does this\nDELIMITER //\n\\. neither';

CREATE VIEW public.plain AS SELECT clients.id, clients.login FROM public.clients WHERE clients.plan > 1;
ALTER VIEW public.plain ALTER COLUMN login SET DEFAULT 'nobody';
COMMENT ON COLUMN public.plain.login IS 'a view''s column';
CREATE VIEW public.checked WITH (security_barrier='true') AS SELECT plain.id FROM public.plain WHERE plain.id > 5 WITH LOCAL CHECK OPTION;
CREATE VIEW public.deep AS SELECT plain.id FROM public.plain WITH CASCADED CHECK OPTION;
CREATE RECURSIVE VIEW public.counting (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM counting WHERE n < 10;
CREATE MATERIALIZED VIEW public.a_sums WITH (fillfactor='70') AS SELECT public.sum_up(c.plan) AS total, c.city_id FROM public.clients c GROUP BY c.city_id;
CREATE UNIQUE INDEX a_sums_city ON public.a_sums (city_id);
CREATE INDEX a_sums_total ON public.a_sums (total DESC);
ALTER MATERIALIZED VIEW public.a_sums CLUSTER ON a_sums_city;
COMMENT ON MATERIALIZED VIEW public.a_sums IS 'sums';
COMMENT ON INDEX public.a_sums_total IS 'largest first';
COMMENT ON COLUMN public.a_sums.total IS 'of plans';
CREATE MATERIALIZED VIEW public.a_first AS SELECT a_sums.total FROM public.a_sums;
CREATE VIEW public.jobs_of_today AS SELECT jobs.id FROM public.jobs WHERE jobs.run_at = CURRENT_DATE;
CREATE VIEW public.both_sides AS SELECT c.id FROM public.clients c JOIN public.jobs j ON j.id = c.id;
COMMENT ON VIEW public.both_sides IS 'goes nowhere';

CREATE FUNCTION public.check_client() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.login = 'INSERT INTO job_log' THEN RAISE EXCEPTION '%; --', NEW.login; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_row BEFORE INSERT OR UPDATE OF login, plan ON public.clients FOR EACH ROW WHEN (new.plan > 2) EXECUTE FUNCTION public.check_client('an', 'argument''s');
COMMENT ON TRIGGER a_row ON public.clients IS 'first';
CREATE CONSTRAINT TRIGGER b_deferred AFTER UPDATE ON public.clients DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.check_client();
CREATE TRIGGER c_statement AFTER DELETE ON public.clients REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.check_client();
CREATE TRIGGER d_off BEFORE INSERT ON public.clients FOR EACH ROW EXECUTE FUNCTION public.check_client();
CREATE TRIGGER e_replica BEFORE INSERT ON public.clients FOR EACH ROW EXECUTE FUNCTION public.check_client();
CREATE TRIGGER f_always BEFORE INSERT ON public.clients FOR EACH ROW EXECUTE FUNCTION public.check_client();
ALTER TABLE public.clients DISABLE TRIGGER d_off;
ALTER TABLE public.clients ENABLE REPLICA TRIGGER e_replica;
ALTER TABLE public.clients ENABLE ALWAYS TRIGGER f_always;
CREATE TRIGGER of_a_view INSTEAD OF INSERT ON public.plain FOR EACH ROW EXECUTE FUNCTION public.check_client();
COMMENT ON TRIGGER of_a_view ON public.plain IS 'instead';
CREATE RULE of_the_view AS ON DELETE TO public.plain DO INSTEAD NOTHING;
CREATE RULE jobs_kept AS ON DELETE TO public.jobs WHERE old.id < 10 DO INSTEAD NOTHING;
ALTER TABLE public.jobs DISABLE RULE jobs_kept;
COMMENT ON RULE jobs_kept ON public.jobs IS 'the first ten stay';
CREATE FUNCTION public.atomic(n integer) RETURNS bigint LANGUAGE sql STABLE
BEGIN ATOMIC
 SELECT count(*) AS count FROM public.plain WHERE plain.id > atomic.n;
END;
CREATE PROCEDURE public.tidy(INOUT n integer DEFAULT 3) LANGUAGE plpgsql AS $_$ BEGIN DELETE FROM job_log WHERE line = '$1'; COMMIT; END $_$;
COMMENT ON PROCEDURE public.tidy(integer) IS 'by hand';
