/**
 * Starts audits, runs them, judges what was measured, and tells other rooms about it. The only place of this room that reads
 * and writes the database.
 */
@NullMarked
package org.aimass.audit.control;

import org.jspecify.annotations.NullMarked;
