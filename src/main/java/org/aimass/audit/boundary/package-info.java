/** The pages of audits: list, start, run, results, and how we measure. */
@NullMarked
package org.aimass.audit.boundary;

import org.jspecify.annotations.NullMarked;
