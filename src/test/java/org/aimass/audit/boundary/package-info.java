@NullMarked
package org.aimass.audit.boundary;

import org.jspecify.annotations.NullMarked;
