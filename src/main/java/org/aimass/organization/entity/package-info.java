/** Companies, departments and audit bodies, who works there, and who may audit whom. */
@NullMarked
package org.aimass.organization.entity;

import org.jspecify.annotations.NullMarked;
