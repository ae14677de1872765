package org.aimass.dataset.boundary;

import java.io.Serializable;

/** What the form about a dataset holds while somebody fills it in. */
public class DatasetForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String organization = "";
    private String name = "";
    private String description = "";

    public String getOrganization() {
        return organization;
    }

    public void setOrganization(String organization) {
        this.organization = organization;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }
}
