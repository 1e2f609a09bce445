/**
 * Unix sockets under the drivers: each is told in its own way to take one of junixsocket's instead
 * of a TCP socket; time-outs, TLS and the second connection that a cancel opens stay the driver's.
 */
@NullMarked
package dev.shardwright.introspect.socket;

import org.jspecify.annotations.NullMarked;
