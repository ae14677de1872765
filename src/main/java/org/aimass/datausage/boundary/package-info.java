/** The page on which a person sees what happened to their data. */
@NullMarked
package org.aimass.datausage.boundary;

import org.jspecify.annotations.NullMarked;
