@NullMarked
package org.aimass.organization.control;

import org.jspecify.annotations.NullMarked;
