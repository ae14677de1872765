/** Each use of one person's data, and the page on which that person, and nobody else, sees them. */
@NullMarked
package org.aimass.datausage;

import org.jspecify.annotations.NullMarked;
