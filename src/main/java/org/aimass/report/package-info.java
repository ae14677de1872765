/** Transparency reports: what was found is frozen, published under a number, listed and shown to everyone. */
@NullMarked
package org.aimass.report;

import org.jspecify.annotations.NullMarked;
