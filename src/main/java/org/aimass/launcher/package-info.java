/**
 * Starts what the portal consists of, as processes of this machine: Keycloak and Payara Micro. Holds the settings that both are started
 * with, so that the run command, the tests and a production start are the same. Imports {@code java.*} only and is no part of the WAR.
 */
@NullMarked
package org.aimass.launcher;

import org.jspecify.annotations.NullMarked;
