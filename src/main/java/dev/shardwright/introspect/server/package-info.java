/**
 * Throwaway database servers: a private PostgreSQL, MySQL or MariaDB that lives in a temporary
 * folder, listens on the loopback address only, asks for a random password and is gone, folder and
 * all, when it is closed or the program ends.
 *
 * <p>They hold dumps, and a foreign dump is foreign code: it is loaded by a role without privileges
 * outside its own databases. Knows processes, files and just enough JDBC to create that role;
 * nothing about schemas or dumps.
 */
@NullMarked
package dev.shardwright.introspect.server;

import org.jspecify.annotations.NullMarked;
