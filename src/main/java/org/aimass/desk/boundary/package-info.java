/** The page "My work", and the name of the place where somebody works. */
@NullMarked
package org.aimass.desk.boundary;

import org.jspecify.annotations.NullMarked;
