/** One use of one person's data, as it is kept. */
@NullMarked
package org.aimass.datausage.entity;

import org.jspecify.annotations.NullMarked;
