package org.aimass.dataset.boundary;

/** What the form about a dataset holds while somebody fills it in. */
public class DatasetForm {

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
