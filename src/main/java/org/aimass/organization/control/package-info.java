/** Organizations, memberships and audit mandates: the only place that decides whose things a person may see. */
@NullMarked
package org.aimass.organization.control;

import org.jspecify.annotations.NullMarked;
