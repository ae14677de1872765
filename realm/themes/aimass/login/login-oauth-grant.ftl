<#import "template.ftl" as layout>
<#-- As in Keycloak 26.7, with a heading that is one line of text, and without the addresses of policies that no program here has. -->
<@layout.registrationLayout bodyClass="oauth"; section>
  <#if section = "header">
    ${msg("oauthGrantTitle")}
  <#elseif section = "form">
    <div id="kc-oauth">
      <p>${msg("oauthGrantRequest")}</p>
      <ul>
        <#list (oauth.clientScopesRequested)![] as clientScope>
          <li>${advancedMsg(clientScope.consentScreenText)}</li>
        </#list>
      </ul>
      <form action="${url.oauthAction}" method="post">
        <input type="hidden" name="code" value="${oauth.code}">
        <p class="actions">
          <button class="btn" name="accept" id="kc-login" type="submit">${msg("doYes")}</button>
          <button class="btn btn-quiet" name="cancel" id="kc-cancel" type="submit">${msg("doNo")}</button>
        </p>
      </form>
    </div>
  </#if>
</@layout.registrationLayout>
