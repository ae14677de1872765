<#import "template.ftl" as layout>
<#-- As in Keycloak 26.7, without its order of tabulators and with buttons of the portal. -->
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("logoutConfirmTitle")}
  <#elseif section = "form">
    <form action="${url.logoutConfirmAction}" method="post" onsubmit="confirmLogout.disabled = true; return true;">
      <input type="hidden" name="session_code" value="${logoutConfirm.code}">
      <p>${msg("logoutConfirmHeader")}</p>
      <p class="actions"><input class="btn" name="confirmLogout" id="kc-logout" type="submit" value="${msg("doLogout")}"></p>
    </form>
    <#if !logoutConfirm.skipLink && (client.baseUrl)?has_content>
      <p class="gap-top-s"><a href="${client.baseUrl}">${msg("backToApplication")}</a></p>
    </#if>
  </#if>
</@layout.registrationLayout>
