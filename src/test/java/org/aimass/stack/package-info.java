/** The real servers for the tests named {@code *IT}: Keycloak, PostgreSQL, the packaged portal on Payara Micro, and a browser. */
@NullMarked
package org.aimass.stack;

import org.jspecify.annotations.NullMarked;
