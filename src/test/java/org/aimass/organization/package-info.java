@NullMarked
package org.aimass.organization;

import org.jspecify.annotations.NullMarked;
