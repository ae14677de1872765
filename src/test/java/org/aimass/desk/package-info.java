/** What people see when they walk through the portal. */
@NullMarked
package org.aimass.desk;

import org.jspecify.annotations.NullMarked;
