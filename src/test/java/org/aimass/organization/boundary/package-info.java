@NullMarked
package org.aimass.organization.boundary;

import org.jspecify.annotations.NullMarked;
