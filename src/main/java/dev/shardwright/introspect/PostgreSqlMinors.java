package dev.shardwright.introspect;

import dev.shardwright.model.MinorObject;
import dev.shardwright.model.Names;
import dev.shardwright.model.Skipped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * PostgreSQL's operators with their classes and families, casts, base types, languages, text
 * search, foreign tables and the like, each with what it stands on and what stands on it, as
 * pg_depend knows it.
 *
 * @param skipped those that stand on something in a schema that was not read
 */
record PostgreSqlMinors(List<MinorObject> all, List<Skipped> skipped) {

  // Names are qualified, since nothing is on the path. PostgreSQL manual, "CREATE OPERATOR"
  private static final String OPERATORS =
      """
      SELECT 'OPERATOR' AS kind, 'pg_operator' AS catalog, o.oid, n.nspname::text AS schema,
        'OPERATOR ' || quote_ident(n.nspname) || '.' || o.oprname || ' ('
          || CASE WHEN o.oprleft = 0 THEN 'NONE' ELSE pg_catalog.format_type(o.oprleft, NULL) END
          || ', ' || pg_catalog.format_type(o.oprright, NULL) || ')' AS title,
        ARRAY['CREATE OPERATOR ' || quote_ident(n.nspname) || '.' || o.oprname
          || E' (\\n    FUNCTION = ' || o.oprcode::regproc
          || CASE WHEN o.oprleft = 0 THEN ''
            ELSE E',\\n    LEFTARG = ' || pg_catalog.format_type(o.oprleft, NULL) END
          || E',\\n    RIGHTARG = ' || pg_catalog.format_type(o.oprright, NULL)
          || coalesce(E',\\n    COMMUTATOR = ' || (SELECT @SIGN@ WHERE x.oid = o.oprcom), '')
          || coalesce(E',\\n    NEGATOR = ' || (SELECT @SIGN@ WHERE x.oid = o.oprnegate), '')
          || CASE WHEN o.oprcanmerge THEN E',\\n    MERGES' ELSE '' END
          || CASE WHEN o.oprcanhash THEN E',\\n    HASHES' ELSE '' END
          || CASE WHEN o.oprrest = 0 THEN '' ELSE E',\\n    RESTRICT = ' || o.oprrest::regproc END
          || CASE WHEN o.oprjoin = 0 THEN '' ELSE E',\\n    JOIN = ' || o.oprjoin::regproc END
          || E'\\n)'] AS statements,
        (SELECT quote_ident(fn.nspname) || '.' || quote_ident(f.proname) FROM pg_catalog.pg_proc f
          JOIN pg_catalog.pg_namespace fn ON fn.oid = f.pronamespace WHERE f.oid = o.oprcode) AS runs
      FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
      WHERE n.nspname IN (@SCHEMAS@) AND o.oprcode <> 0\
      """
          .replace(
              "@SIGN@",
              "'OPERATOR(' || quote_ident(xn.nspname) || '.' || x.oprname || ')'"
                  + " FROM pg_catalog.pg_operator x"
                  + " JOIN pg_catalog.pg_namespace xn ON xn.oid = x.oprnamespace");

  // What was added to a family without a class comes with the family.
  private static final String FAMILIES =
      """
      SELECT 'OPERATOR_FAMILY', 'pg_opfamily', o.oid, n.nspname,
        'OPERATOR FAMILY ' || quote_ident(n.nspname) || '.' || quote_ident(o.opfname)
          || ' USING ' || quote_ident(m.amname),
        ARRAY['CREATE OPERATOR FAMILY ' || quote_ident(n.nspname) || '.' || quote_ident(o.opfname)
            || ' USING ' || quote_ident(m.amname),
          'ALTER OPERATOR FAMILY ' || quote_ident(n.nspname) || '.' || quote_ident(o.opfname)
            || ' USING ' || quote_ident(m.amname) || E' ADD\\n    ' || @MEMBERS@], NULL
      FROM pg_catalog.pg_opfamily o JOIN pg_catalog.pg_namespace n ON n.oid = o.opfnamespace
      JOIN pg_catalog.pg_am m ON m.oid = o.opfmethod
      WHERE n.nspname IN (@SCHEMAS@)\
      """
          .replace("@MEMBERS@", members("pg_opfamily"));

  private static final String CLASSES =
      """
      SELECT 'OPERATOR_CLASS', 'pg_opclass', o.oid, n.nspname,
        'OPERATOR CLASS ' || quote_ident(n.nspname) || '.' || quote_ident(o.opcname)
          || ' USING ' || quote_ident(m.amname),
        ARRAY['CREATE OPERATOR CLASS ' || quote_ident(n.nspname) || '.' || quote_ident(o.opcname)
          || E'\\n    ' || CASE WHEN o.opcdefault THEN 'DEFAULT ' ELSE '' END || 'FOR TYPE '
          || pg_catalog.format_type(o.opcintype, NULL) || ' USING ' || quote_ident(m.amname)
          || ' FAMILY ' || quote_ident(fn.nspname) || '.' || quote_ident(f.opfname)
          || E' AS\\n    ' || concat_ws(E',\\n    ',
            CASE WHEN o.opckeytype <> 0
              THEN 'STORAGE ' || pg_catalog.format_type(o.opckeytype, NULL) END,
            coalesce(@MEMBERS@, CASE WHEN o.opckeytype = 0
              THEN 'STORAGE ' || pg_catalog.format_type(o.opcintype, NULL) END))], NULL
      FROM pg_catalog.pg_opclass o JOIN pg_catalog.pg_namespace n ON n.oid = o.opcnamespace
      JOIN pg_catalog.pg_am m ON m.oid = o.opcmethod
      JOIN pg_catalog.pg_opfamily f ON f.oid = o.opcfamily
      JOIN pg_catalog.pg_namespace fn ON fn.oid = f.opfnamespace
      WHERE n.nspname IN (@SCHEMAS@)\
      """
          .replace("@MEMBERS@", members("pg_opclass"));

  /** The operators and functions that belong to a family alone or to one of its classes. */
  private static String members(String of) {
    return """
    (SELECT string_agg(y.member, E',\\n    ' ORDER BY y.sort, y.number, y.member) FROM (
      SELECT 1 AS sort, p.amopstrategy AS number, 'OPERATOR ' || p.amopstrategy || ' '
        || p.amopopr::regoperator || coalesce(' FOR ORDER BY ' || (
          SELECT quote_ident(sn.nspname) || '.' || quote_ident(s.opfname)
          FROM pg_catalog.pg_opfamily s JOIN pg_catalog.pg_namespace sn
            ON sn.oid = s.opfnamespace WHERE s.oid = p.amopsortfamily), '') AS member
      FROM pg_catalog.pg_amop p JOIN pg_catalog.pg_depend d ON d.objid = p.oid
        AND d.classid = 'pg_catalog.pg_amop'::regclass
        AND d.refclassid = 'pg_catalog.@OF@'::regclass AND d.refobjid = o.oid
      UNION ALL
      SELECT 2, p.amprocnum, 'FUNCTION ' || p.amprocnum || ' ('
        || pg_catalog.format_type(p.amproclefttype, NULL) || ', '
        || pg_catalog.format_type(p.amprocrighttype, NULL) || ') '
        || p.amproc::oid::regprocedure
      FROM pg_catalog.pg_amproc p JOIN pg_catalog.pg_depend d ON d.objid = p.oid
        AND d.classid = 'pg_catalog.pg_amproc'::regclass
        AND d.refclassid = 'pg_catalog.@OF@'::regclass AND d.refobjid = o.oid) y)\
    """
        .replace("@OF@", of);
  }

  private static final String CASTS =
      """
      SELECT 'CAST', 'pg_cast', o.oid, NULL, v.title,
        ARRAY['CREATE ' || v.title || CASE o.castmethod WHEN 'b' THEN ' WITHOUT FUNCTION'
            WHEN 'i' THEN ' WITH INOUT' ELSE ' WITH FUNCTION ' || o.castfunc::regprocedure END
          || CASE o.castcontext WHEN 'i' THEN ' AS IMPLICIT' WHEN 'a' THEN ' AS ASSIGNMENT'
            ELSE '' END],
        (SELECT quote_ident(fn.nspname) || '.' || quote_ident(f.proname) FROM pg_catalog.pg_proc f
          JOIN pg_catalog.pg_namespace fn ON fn.oid = f.pronamespace WHERE f.oid = o.castfunc)
      FROM pg_catalog.pg_cast o CROSS JOIN LATERAL (VALUES ('CAST ('
        || pg_catalog.format_type(o.castsource, NULL) || ' AS '
        || pg_catalog.format_type(o.casttarget, NULL) || ')')) AS v(title)
      WHERE o.oid >= 16384 AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend i
        WHERE i.classid = 'pg_catalog.pg_cast'::regclass AND i.objid = o.oid AND i.deptype = 'i')\
      """;

  private static final String OF_LANGUAGES =
      """
      SELECT 'LANGUAGE', 'pg_language', o.oid, NULL, 'LANGUAGE ' || quote_ident(o.lanname),
        ARRAY['CREATE ' || CASE WHEN o.lanpltrusted THEN 'TRUSTED ' ELSE '' END || 'LANGUAGE '
          || quote_ident(o.lanname) || ' HANDLER ' || o.lanplcallfoid::regproc
          || CASE WHEN o.laninline = 0 THEN '' ELSE ' INLINE ' || o.laninline::regproc END
          || CASE WHEN o.lanvalidator = 0 THEN '' ELSE ' VALIDATOR ' || o.lanvalidator::regproc END],
        NULL
      FROM pg_catalog.pg_language o WHERE o.oid >= 16384 AND o.lanispl
      UNION ALL
      SELECT 'TRANSFORM', 'pg_transform', o.oid, NULL, v.title,
        ARRAY['CREATE ' || v.title || ' (' || concat_ws(', ',
          CASE WHEN o.trffromsql <> 0 THEN 'FROM SQL WITH FUNCTION ' || o.trffromsql::oid::regprocedure END,
          CASE WHEN o.trftosql <> 0 THEN 'TO SQL WITH FUNCTION ' || o.trftosql::oid::regprocedure END)
          || ')'], NULL
      FROM pg_catalog.pg_transform o JOIN pg_catalog.pg_language l ON l.oid = o.trflang
      CROSS JOIN LATERAL (VALUES ('TRANSFORM FOR ' || pg_catalog.format_type(o.trftype, NULL)
        || ' LANGUAGE ' || quote_ident(l.lanname))) AS v(title)\
      """;

  private static final String METHODS_AND_CONVERSIONS =
      """
      SELECT 'ACCESS_METHOD', 'pg_am', o.oid, NULL, 'ACCESS METHOD ' || quote_ident(o.amname),
        ARRAY['CREATE ACCESS METHOD ' || quote_ident(o.amname) || ' TYPE '
          || CASE o.amtype WHEN 'i' THEN 'INDEX' ELSE 'TABLE' END || ' HANDLER '
          || o.amhandler::regproc], NULL
      FROM pg_catalog.pg_am o WHERE o.oid >= 16384
      UNION ALL
      SELECT 'CONVERSION', 'pg_conversion', o.oid, n.nspname,
        'CONVERSION ' || quote_ident(n.nspname) || '.' || quote_ident(o.conname),
        ARRAY['CREATE ' || CASE WHEN o.condefault THEN 'DEFAULT ' ELSE '' END || 'CONVERSION '
          || quote_ident(n.nspname) || '.' || quote_ident(o.conname) || ' FOR '
          || quote_literal(pg_catalog.pg_encoding_to_char(o.conforencoding)) || ' TO '
          || quote_literal(pg_catalog.pg_encoding_to_char(o.contoencoding)) || ' FROM '
          || o.conproc::oid::regproc], NULL
      FROM pg_catalog.pg_conversion o JOIN pg_catalog.pg_namespace n ON n.oid = o.connamespace
      WHERE n.nspname IN (@SCHEMAS@)\
      """;

  // PostgreSQL manual, "CREATE TYPE": a base type's functions name it, so its shell comes first
  private static final String BASE_TYPES =
      """
      SELECT 'SHELL_TYPE', 'pg_type', t.oid, n.nspname, 'TYPE ' || v.name || ' (shell)',
        ARRAY['CREATE TYPE ' || v.name], NULL
      FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
      CROSS JOIN LATERAL (VALUES (quote_ident(n.nspname) || '.' || quote_ident(t.typname))) AS v(name)
      WHERE n.nspname IN (@SCHEMAS@)
        AND (t.typtype = 'b' AND t.typcategory <> 'A' OR t.typtype = 'p' AND NOT t.typisdefined)
      UNION ALL
      SELECT 'BASE_TYPE', 'pg_type', t.oid, n.nspname, 'TYPE ' || v.name,
        ARRAY['CREATE TYPE ' || v.name || E' (\\n    ' || concat_ws(E',\\n    ',
          'INPUT = ' || t.typinput, 'OUTPUT = ' || t.typoutput,
          'RECEIVE = ' || nullif(t.typreceive::text, '-'),
          'SEND = ' || nullif(t.typsend::text, '-'),
          'TYPMOD_IN = ' || nullif(t.typmodin::text, '-'),
          'TYPMOD_OUT = ' || nullif(t.typmodout::text, '-'),
          'ANALYZE = ' || nullif(t.typanalyze::text, '-'), @SUBSCRIPT@,
          'INTERNALLENGTH = ' || CASE WHEN t.typlen < 0 THEN 'variable' ELSE t.typlen::text END,
          CASE WHEN t.typbyval THEN 'PASSEDBYVALUE' END,
          'ALIGNMENT = ' || CASE t.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2'
            WHEN 'i' THEN 'int4' ELSE 'double' END,
          'STORAGE = ' || CASE t.typstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external'
            WHEN 'x' THEN 'extended' ELSE 'main' END,
          'CATEGORY = ' || quote_literal(t.typcategory::text),
          CASE WHEN t.typispreferred THEN 'PREFERRED = true' END,
          'DEFAULT = ' || quote_literal(t.typdefault),
          CASE WHEN t.typelem <> 0 THEN 'ELEMENT = ' || pg_catalog.format_type(t.typelem, NULL) END,
          'DELIMITER = ' || quote_literal(nullif(t.typdelim::text, ',')),
          CASE WHEN t.typcollation <> 0 THEN 'COLLATABLE = true' END) || E'\\n)'], NULL
      FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
      CROSS JOIN LATERAL (VALUES (quote_ident(n.nspname) || '.' || quote_ident(t.typname))) AS v(name)
      WHERE n.nspname IN (@SCHEMAS@) AND t.typtype = 'b' AND t.typcategory <> 'A'\
      """;

  // Text search by words of the database's own: generated columns and indexes name it.
  private static final String WORDS =
      """
      SELECT 'TEXT_SEARCH_PARSER', 'pg_ts_parser', o.oid, n.nspname, 'TEXT SEARCH PARSER ' || v.name,
        ARRAY['CREATE TEXT SEARCH PARSER ' || v.name || ' (' || concat_ws(', ',
          'START = ' || o.prsstart, 'GETTOKEN = ' || o.prstoken, 'END = ' || o.prsend,
          'HEADLINE = ' || nullif(o.prsheadline::text, '-'), 'LEXTYPES = ' || o.prslextype) || ')'],
        NULL
      FROM pg_catalog.pg_ts_parser o JOIN pg_catalog.pg_namespace n ON n.oid = o.prsnamespace
      CROSS JOIN LATERAL (VALUES (quote_ident(n.nspname) || '.' || quote_ident(o.prsname))) AS v(name)
      WHERE n.nspname IN (@SCHEMAS@)
      UNION ALL
      SELECT 'TEXT_SEARCH_TEMPLATE', 'pg_ts_template', o.oid, n.nspname,
        'TEXT SEARCH TEMPLATE ' || v.name,
        ARRAY['CREATE TEXT SEARCH TEMPLATE ' || v.name || ' (' || concat_ws(', ',
          'INIT = ' || nullif(o.tmplinit::text, '-'), 'LEXIZE = ' || o.tmpllexize) || ')'], NULL
      FROM pg_catalog.pg_ts_template o JOIN pg_catalog.pg_namespace n ON n.oid = o.tmplnamespace
      CROSS JOIN LATERAL (VALUES (quote_ident(n.nspname) || '.' || quote_ident(o.tmplname))) AS v(name)
      WHERE n.nspname IN (@SCHEMAS@)
      UNION ALL
      SELECT 'TEXT_SEARCH_DICTIONARY', 'pg_ts_dict', o.oid, n.nspname,
        'TEXT SEARCH DICTIONARY ' || v.name,
        ARRAY['CREATE TEXT SEARCH DICTIONARY ' || v.name || ' (TEMPLATE = '
          || quote_ident(tn.nspname) || '.' || quote_ident(t.tmplname)
          || coalesce(', ' || o.dictinitoption, '') || ')'], NULL
      FROM pg_catalog.pg_ts_dict o JOIN pg_catalog.pg_namespace n ON n.oid = o.dictnamespace
      JOIN pg_catalog.pg_ts_template t ON t.oid = o.dicttemplate
      JOIN pg_catalog.pg_namespace tn ON tn.oid = t.tmplnamespace
      CROSS JOIN LATERAL (VALUES (quote_ident(n.nspname) || '.' || quote_ident(o.dictname))) AS v(name)
      WHERE n.nspname IN (@SCHEMAS@)
      UNION ALL
      SELECT 'TEXT_SEARCH_CONFIGURATION', 'pg_ts_config', o.oid, n.nspname,
        'TEXT SEARCH CONFIGURATION ' || v.name,
        ARRAY['CREATE TEXT SEARCH CONFIGURATION ' || v.name || ' (PARSER = '
          || quote_ident(pn.nspname) || '.' || quote_ident(p.prsname) || ')'] || ARRAY(
          SELECT 'ALTER TEXT SEARCH CONFIGURATION ' || v.name || ' ADD MAPPING FOR '
            || quote_ident(k.alias) || ' WITH ' || (
              SELECT string_agg(quote_ident(dn.nspname) || '.' || quote_ident(d.dictname), ', '
                ORDER BY m.mapseqno)
              FROM pg_catalog.pg_ts_config_map m JOIN pg_catalog.pg_ts_dict d ON d.oid = m.mapdict
              JOIN pg_catalog.pg_namespace dn ON dn.oid = d.dictnamespace
              WHERE m.mapcfg = o.oid AND m.maptokentype = k.tokid)
          FROM pg_catalog.ts_token_type(o.cfgparser) AS k
          WHERE EXISTS (SELECT FROM pg_catalog.pg_ts_config_map m
            WHERE m.mapcfg = o.oid AND m.maptokentype = k.tokid) ORDER BY k.alias), NULL
      FROM pg_catalog.pg_ts_config o JOIN pg_catalog.pg_namespace n ON n.oid = o.cfgnamespace
      JOIN pg_catalog.pg_ts_parser p ON p.oid = o.cfgparser
      JOIN pg_catalog.pg_namespace pn ON pn.oid = p.prsnamespace
      CROSS JOIN LATERAL (VALUES (quote_ident(n.nspname) || '.' || quote_ident(o.cfgname))) AS v(name)
      WHERE n.nspname IN (@SCHEMAS@)\
      """;

  // A secret never gets into a file.
  private static final String FOREIGN =
      """
      SELECT 'FOREIGN_DATA_WRAPPER', 'pg_foreign_data_wrapper', o.oid, NULL,
        'FOREIGN DATA WRAPPER ' || quote_ident(o.fdwname),
        ARRAY['CREATE FOREIGN DATA WRAPPER ' || quote_ident(o.fdwname)
          || CASE WHEN o.fdwhandler = 0 THEN '' ELSE ' HANDLER ' || o.fdwhandler::oid::regproc END
          || CASE WHEN o.fdwvalidator = 0 THEN ''
            ELSE ' VALIDATOR ' || o.fdwvalidator::oid::regproc END
          || coalesce(@OPTIONS(o.fdwoptions)@, '')], NULL
      FROM pg_catalog.pg_foreign_data_wrapper o
      UNION ALL
      SELECT 'SERVER', 'pg_foreign_server', o.oid, NULL, 'SERVER ' || quote_ident(o.srvname),
        ARRAY['CREATE SERVER ' || quote_ident(o.srvname)
          || coalesce(' TYPE ' || quote_literal(o.srvtype), '')
          || coalesce(' VERSION ' || quote_literal(o.srvversion), '')
          || ' FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname)
          || coalesce(@OPTIONS(o.srvoptions)@, '')], NULL
      FROM pg_catalog.pg_foreign_server o
      JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid = o.srvfdw
      UNION ALL
      SELECT 'USER_MAPPING', 'pg_user_mapping', o.umid, NULL,
        'USER MAPPING FOR ' || v.role || ' SERVER ' || quote_ident(o.srvname),
        ARRAY['CREATE USER MAPPING FOR ' || v.role || ' SERVER ' || quote_ident(o.srvname)], NULL
      FROM pg_catalog.pg_user_mappings o CROSS JOIN LATERAL (VALUES (
        CASE WHEN o.umuser = 0 THEN 'PUBLIC' ELSE quote_ident(o.usename) END)) AS v(role)
      UNION ALL
      SELECT 'FOREIGN_TABLE', 'pg_class', o.oid, n.nspname, 'FOREIGN TABLE ' || v.name,
        ARRAY['CREATE FOREIGN TABLE ' || v.name || ' (' || coalesce(E'\\n  '
          || array_to_string(ARRAY(
            SELECT quote_ident(a.attname) || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod)
              || coalesce(@OPTIONS(a.attfdwoptions)@, '')
              || coalesce((SELECT ' COLLATE ' || quote_ident(cn.nspname) || '.' || quote_ident(co.collname)
                FROM pg_catalog.pg_collation co JOIN pg_catalog.pg_namespace cn
                  ON cn.oid = co.collnamespace
                WHERE co.oid = a.attcollation AND a.attcollation <> y.typcollation), '')
              || coalesce(CASE WHEN a.attgenerated <> '' THEN ' GENERATED ALWAYS AS ('
                || pg_catalog.pg_get_expr(e.adbin, e.adrelid) || ') '
                || CASE a.attgenerated WHEN 's' THEN 'STORED' ELSE 'VIRTUAL' END
                ELSE ' DEFAULT ' || pg_catalog.pg_get_expr(e.adbin, e.adrelid) END, '')
              || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
            FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
            LEFT JOIN pg_catalog.pg_attrdef e ON e.adrelid = a.attrelid AND e.adnum = a.attnum
            WHERE a.attrelid = o.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum)
          || ARRAY(
            SELECT 'CONSTRAINT ' || quote_ident(k.conname) || ' '
              || pg_catalog.pg_get_constraintdef(k.oid)
            FROM pg_catalog.pg_constraint k WHERE k.conrelid = o.oid AND k.contype = 'c'
              ORDER BY k.conname), E',\\n  '), '') || E'\\n) SERVER ' || quote_ident(s.srvname)
          || coalesce(@OPTIONS(f.ftoptions)@, '')] || ARRAY(
            SELECT 'COMMENT ON COLUMN ' || v.name || '.' || quote_ident(a.attname) || ' IS '
              || quote_literal(pg_catalog.col_description(a.attrelid, a.attnum))
            FROM pg_catalog.pg_attribute a WHERE a.attrelid = o.oid AND a.attnum > 0
              AND pg_catalog.col_description(a.attrelid, a.attnum) IS NOT NULL ORDER BY a.attnum)
          || ARRAY(SELECT pg_catalog.pg_get_triggerdef(g.oid) FROM pg_catalog.pg_trigger g
            WHERE g.tgrelid = o.oid AND NOT g.tgisinternal ORDER BY g.tgname), NULL
      FROM pg_catalog.pg_class o JOIN pg_catalog.pg_namespace n ON n.oid = o.relnamespace
      JOIN pg_catalog.pg_foreign_table f ON f.ftrelid = o.oid
      JOIN pg_catalog.pg_foreign_server s ON s.oid = f.ftserver
      CROSS JOIN LATERAL (VALUES (quote_ident(n.nspname) || '.' || quote_ident(o.relname))) AS v(name)
      WHERE o.relkind = 'f' AND NOT o.relispartition AND n.nspname IN (@SCHEMAS@)\
      """;

  private static final String OF_THE_SERVER =
      """
      SELECT 'EVENT_TRIGGER', 'pg_event_trigger', o.oid, NULL,
        'EVENT TRIGGER ' || quote_ident(o.evtname),
        ARRAY['CREATE EVENT TRIGGER ' || quote_ident(o.evtname) || ' ON ' || quote_ident(o.evtevent)
            || coalesce(' WHEN TAG IN (' || (SELECT string_agg(quote_literal(g), ', ')
              FROM unnest(o.evttags) AS g) || ')', '')
            || ' EXECUTE FUNCTION ' || o.evtfoid::regproc || '()',
          'ALTER EVENT TRIGGER ' || quote_ident(o.evtname) || CASE o.evtenabled WHEN 'D' THEN ' DISABLE'
            WHEN 'R' THEN ' ENABLE REPLICA' WHEN 'A' THEN ' ENABLE ALWAYS' END], NULL
      FROM pg_catalog.pg_event_trigger o
      UNION ALL
      SELECT 'PUBLICATION', 'pg_publication', o.oid, NULL, 'PUBLICATION ' || quote_ident(o.pubname),
        ARRAY['CREATE PUBLICATION ' || quote_ident(o.pubname)
          || CASE WHEN o.puballtables THEN ' FOR ALL TABLES' ELSE coalesce(E' FOR\\n    '
            || nullif(concat_ws(E',\\n    ', (
              SELECT string_agg('TABLE ONLY ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname)
                || @COLUMNS_AND_ROWS@, E',\\n    ' ORDER BY n.nspname, c.relname)
              FROM pg_catalog.pg_publication_rel r JOIN pg_catalog.pg_class c ON c.oid = r.prrelid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE r.prpubid = o.oid),
              @PUBLISHED_SCHEMAS@), ''), '') END
          || ' WITH (publish = ' || quote_literal(concat_ws(', ',
            CASE WHEN o.pubinsert THEN 'insert' END, CASE WHEN o.pubupdate THEN 'update' END,
            CASE WHEN o.pubdelete THEN 'delete' END, CASE WHEN o.pubtruncate THEN 'truncate' END))
          || CASE WHEN o.pubviaroot THEN ', publish_via_partition_root = true' ELSE '' END || ')'],
        NULL
      FROM pg_catalog.pg_publication o
      UNION ALL
      SELECT 'SUBSCRIPTION', 'pg_subscription', 0, NULL, 'SUBSCRIPTION ' || quote_ident(o.subname),
        ARRAY['CREATE SUBSCRIPTION ' || quote_ident(o.subname) || E' CONNECTION \\'<connection>\\''
          || ' PUBLICATION ' || (SELECT string_agg(quote_ident(p), ', ') FROM unnest(o.subpublications) AS p)],
        NULL
      FROM pg_catalog.pg_subscription o WHERE o.subdbid = (
        SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = current_database())\
      """;

  private static final String ALL =
      "SELECT z.kind, z.catalog, z.oid, z.schema, z.title, array_remove(z.statements || CASE WHEN"
          + " z.kind = 'SHELL_TYPE' THEN NULL ELSE 'COMMENT ON ' || z.title || ' IS ' ||"
          + " quote_literal(pg_catalog.obj_description(z.oid, z.catalog)) END, NULL) AS statements,"
          + " z.runs FROM (\n"
          + String.join(
              "\nUNION ALL\n",
              OPERATORS,
              FAMILIES,
              CLASSES,
              CASTS,
              OF_LANGUAGES,
              METHODS_AND_CONVERSIONS,
              BASE_TYPES,
              WORDS,
              FOREIGN,
              OF_THE_SERVER)
          + ") z WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend e WHERE e.deptype = 'e'"
          + " AND e.objid = z.oid AND e.classid = ('pg_catalog.' || z.catalog)::regclass)"
          + " ORDER BY z.title";

  // What an object names, its members' too; and what names it, over arrays, indexes, constraints.
  private static final String LINKS =
      """
      WITH kinds AS (
        SELECT c::regclass AS class FROM unnest(ARRAY['pg_catalog.pg_operator', 'pg_catalog.pg_opfamily',
          'pg_catalog.pg_opclass', 'pg_catalog.pg_cast', 'pg_catalog.pg_language',
          'pg_catalog.pg_transform', 'pg_catalog.pg_am', 'pg_catalog.pg_conversion',
          'pg_catalog.pg_foreign_data_wrapper', 'pg_catalog.pg_foreign_server',
          'pg_catalog.pg_event_trigger', 'pg_catalog.pg_ts_parser', 'pg_catalog.pg_ts_template',
          'pg_catalog.pg_ts_dict', 'pg_catalog.pg_ts_config']) AS c),
      whole AS (
        SELECT t.oid AS type FROM pg_catalog.pg_type t WHERE t.typtype = 'b' AND t.typcategory <> 'A'
          AND t.oid >= 16384),
      links AS (
        SELECT d.classid AS class, d.objid AS oid, true AS needed, d.refclassid AS other_class,
          d.refobjid AS other
        FROM pg_catalog.pg_depend d WHERE d.classid IN (SELECT k.class FROM kinds k)
          OR d.classid = 'pg_catalog.pg_type'::regclass AND d.objid IN (SELECT w.type FROM whole w)
          OR d.classid = 'pg_catalog.pg_class'::regclass
            AND d.objid IN (SELECT f.ftrelid FROM pg_catalog.pg_foreign_table f)
        UNION ALL
        SELECT m.refclassid, m.refobjid, true, d.refclassid, d.refobjid
        FROM pg_catalog.pg_depend m JOIN pg_catalog.pg_depend d ON d.classid = m.classid
          AND d.objid = m.objid AND (d.refclassid <> m.refclassid OR d.refobjid <> m.refobjid)
        WHERE m.classid IN ('pg_catalog.pg_amop'::regclass, 'pg_catalog.pg_amproc'::regclass)
          AND m.refclassid IN ('pg_catalog.pg_opclass'::regclass, 'pg_catalog.pg_opfamily'::regclass)
        UNION ALL
        SELECT d.refclassid, d.refobjid, false, d.classid, d.objid
        FROM pg_catalog.pg_depend d WHERE d.refclassid IN (SELECT k.class FROM kinds k)
          OR d.refclassid = 'pg_catalog.pg_type'::regclass AND d.refobjid IN (SELECT w.type FROM whole w)
          OR d.refclassid = 'pg_catalog.pg_class'::regclass
            AND d.refobjid IN (SELECT f.ftrelid FROM pg_catalog.pg_foreign_table f)
        UNION ALL
        SELECT 'pg_catalog.pg_type'::regclass, a.typelem, false, d.classid, d.objid
        FROM pg_catalog.pg_type a JOIN pg_catalog.pg_depend d ON d.refobjid = a.oid
          AND d.refclassid = 'pg_catalog.pg_type'::regclass
        WHERE a.typcategory = 'A' AND a.typelem IN (SELECT w.type FROM whole w)
        UNION ALL
        SELECT 'pg_catalog.pg_cast'::regclass, c.oid, false, d.classid, d.objid
        FROM pg_catalog.pg_cast c JOIN pg_catalog.pg_depend d ON d.refobjid = c.castfunc
          AND d.refclassid = 'pg_catalog.pg_proc'::regclass WHERE c.oid >= 16384)
      SELECT (SELECT q.relname FROM pg_catalog.pg_class q WHERE q.oid = l.class) AS catalog, l.oid,
        l.needed, (SELECT q.relname FROM pg_catalog.pg_class q WHERE q.oid = l.other_class)
          AS other_catalog, l.other, x.schema, x.name, x.signature
      FROM links l LEFT JOIN LATERAL (
        SELECT n.nspname AS schema, p.proname AS name,
          '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')' AS signature
        FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
        WHERE l.other_class = 'pg_catalog.pg_proc'::regclass AND p.oid = l.other
        UNION ALL
        SELECT n.nspname, t.typname, '' FROM pg_catalog.pg_type a
        JOIN pg_catalog.pg_type t ON t.oid =
          CASE WHEN a.typcategory = 'A' AND a.typelem <> 0 THEN a.typelem ELSE a.oid END
        JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
        WHERE a.oid = CASE l.other_class WHEN 'pg_catalog.pg_type'::regclass THEN l.other
          WHEN 'pg_catalog.pg_constraint'::regclass THEN (
            SELECT k.contypid FROM pg_catalog.pg_constraint k WHERE k.oid = l.other) END
        UNION ALL
        SELECT n.nspname, r.relname, '' FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_class r ON r.oid =
          CASE WHEN c.relispartition THEN pg_catalog.pg_partition_root(c.oid) ELSE c.oid END
        JOIN pg_catalog.pg_namespace n ON n.oid = r.relnamespace
        WHERE c.oid = CASE l.other_class
          WHEN 'pg_catalog.pg_class'::regclass THEN coalesce((
            SELECT i.indrelid FROM pg_catalog.pg_index i WHERE i.indexrelid = l.other), l.other)
          WHEN 'pg_catalog.pg_constraint'::regclass THEN (
            SELECT k.conrelid FROM pg_catalog.pg_constraint k WHERE k.oid = l.other)
          WHEN 'pg_catalog.pg_attrdef'::regclass THEN (
            SELECT f.adrelid FROM pg_catalog.pg_attrdef f WHERE f.oid = l.other)
          WHEN 'pg_catalog.pg_rewrite'::regclass THEN (
            SELECT w.ev_class FROM pg_catalog.pg_rewrite w WHERE w.oid = l.other)
          WHEN 'pg_catalog.pg_trigger'::regclass THEN (
            SELECT g.tgrelid FROM pg_catalog.pg_trigger g WHERE g.oid = l.other)
          WHEN 'pg_catalog.pg_policy'::regclass THEN (
            SELECT y.polrelid FROM pg_catalog.pg_policy y WHERE y.oid = l.other)
          WHEN 'pg_catalog.pg_statistic_ext'::regclass THEN (
            SELECT s.stxrelid FROM pg_catalog.pg_statistic_ext s WHERE s.oid = l.other) END) x ON true
      WHERE l.other_class <> 0 AND NOT EXISTS (
        SELECT FROM pg_catalog.pg_depend e WHERE e.classid = l.other_class
        AND e.objid = l.other AND e.deptype = 'e')
      ORDER BY 1, 2, 4, 5\
      """;

  private static final String COLUMNS_AND_ROWS =
      """
      coalesce(' (' || (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
          FROM pg_catalog.pg_attribute a WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs))
        || ')', '') || coalesce(' WHERE (' || pg_catalog.pg_get_expr(r.prqual, r.prrelid) || ')', '')\
      """;
  private static final String PUBLISHED_SCHEMAS =
      """
      (SELECT string_agg('TABLES IN SCHEMA ' || quote_ident(n.nspname), ', ' ORDER BY n.nspname)
        FROM pg_catalog.pg_publication_namespace p JOIN pg_catalog.pg_namespace n ON n.oid = p.pnnspid
        WHERE p.pnpubid = o.oid)\
      """;
  private static final String OPTIONS =
      """
      (SELECT ' OPTIONS (' || string_agg(quote_ident(w.option_name) || ' ' || quote_literal(
          CASE WHEN w.option_name ~* 'passw|secret|token|credential' THEN '<secret>'
            ELSE w.option_value END), ', ') || ')'
        FROM pg_catalog.pg_options_to_table($1) AS w HAVING count(*) > 0)\
      """;

  /** One found, with its place in the catalogs. */
  private record Found(String key, MinorObject object) {}

  /** What an object needs or is needed by, another of these or something with a name. */
  private record Link(
      String key, boolean needed, String other, Optional<String> schema, String id) {}

  PostgreSqlMinors {
    all = List.copyOf(all);
    skipped = List.copyOf(skipped);
  }

  static PostgreSqlMinors read(Asking asking) {
    List<Found> found = asking.rows(sql(asking.version()), PostgreSqlMinors::found);
    // asked even if nothing was found: a collection script cannot know beforehand
    Map<String, List<Link>> links = new HashMap<>();
    asking
        .rows(LINKS, PostgreSqlMinors::link)
        .forEach(link -> links.computeIfAbsent(link.key(), _ -> new ArrayList<>()).add(link));
    Map<String, String> titles = new HashMap<>();
    found.stream()
        .filter(f -> f.object().kind() != MinorObject.Kind.SHELL_TYPE)
        .forEach(f -> titles.put(f.key(), f.object().title()));
    List<MinorObject> all = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>();
    for (Found each : found) {
      List<Link> own = links.getOrDefault(each.key(), List.of());
      Optional<String> outside = outside(own, titles, asking.schemas());
      if (each.object().kind() == MinorObject.Kind.SHELL_TYPE) {
        all.add(each.object());
      } else if (outside.isPresent()) {
        skipped.add(
            new Skipped(
                each.object().title(),
                "It stands on " + outside.get() + ", whose schema was not read."));
      } else {
        all.add(linked(each.object(), own, titles));
      }
    }
    return new PostgreSqlMinors(all, skipped);
  }

  private static Optional<String> outside(
      List<Link> links, Map<String, String> titles, List<String> schemas) {
    return links.stream()
        .filter(link -> link.needed() && !titles.containsKey(link.other()))
        .filter(link -> link.schema().filter(s -> !schemas.contains(s)).isPresent())
        .map(Link::id)
        .findFirst();
  }

  private static MinorObject linked(
      MinorObject object, List<Link> links, Map<String, String> titles) {
    Set<String> needs = new HashSet<>();
    Set<String> users = new HashSet<>();
    for (Link link : links) {
      String id = titles.getOrDefault(link.other(), link.id());
      if (!id.isEmpty() && !id.equals(object.title())) {
        (link.needed() ? needs : users).add(id);
      }
    }
    return new MinorObject(
        object.kind(),
        object.schema(),
        object.title(),
        object.statements(),
        object.runs(),
        needs,
        users);
  }

  private static Found found(Row row) throws SQLException {
    return new Found(
        row.text("catalog") + " " + row.number("oid"),
        new MinorObject(
            MinorObject.Kind.valueOf(row.text("kind")),
            row.optional("schema"),
            row.text("title"),
            row.texts("statements"),
            row.optional("runs"),
            Set.of(),
            Set.of()));
  }

  private static Link link(Row row) throws SQLException {
    Optional<String> schema = row.optional("schema").filter(s -> !s.equals("pg_catalog"));
    return new Link(
        row.text("catalog") + " " + row.number("oid"),
        row.flag("needed"),
        row.text("other_catalog") + " " + row.number("other"),
        schema,
        schema.isEmpty() ? "" : Names.join(schema.get(), row.text("name")) + row.text("signature"));
  }

  private static String sql(int version) {
    boolean filtered = version >= 150000;
    return ALL.replace("@COLUMNS_AND_ROWS@", filtered ? COLUMNS_AND_ROWS : "''")
        .replace("@PUBLISHED_SCHEMAS@", filtered ? PUBLISHED_SCHEMAS : "NULL")
        .replace(
            "@SUBSCRIPT@",
            version >= 140000 ? "'SUBSCRIPT = ' || nullif(t.typsubscript::text, '-')" : "NULL")
        .replaceAll("@OPTIONS\\((.*?)\\)@", OPTIONS);
  }
}
