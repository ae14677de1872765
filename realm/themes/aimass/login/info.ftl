<#import "template.ftl" as layout>
<#-- As in Keycloak 26.7, without saying everything twice. -->
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <#if messageHeader??>${kcSanitize(msg("${messageHeader}"))?no_esc}<#else>${message.summary}</#if>
  <#elseif section = "form">
    <#if messageHeader?? || requiredActions??>
      <p class="instruction">${message.summary}<#if requiredActions??><#list requiredActions>: <b><#items as action>${kcSanitize(msg("requiredAction.${action}"))?no_esc}<#sep>, </#items></b></#list></#if></p>
    </#if>
    <#if !skipLink?? && pageRedirectUri?has_content>
      <p><a class="btn" href="${pageRedirectUri}">${msg("backToApplication")}</a></p>
    <#elseif !skipLink?? && actionUri?has_content>
      <p><a class="btn" href="${actionUri}">${msg("proceedWithAction")}</a></p>
    <#elseif properties.portal?has_content>
      <p><a class="btn" href="${properties.portal}/">${msg("backToApplication")}</a></p>
    </#if>
  </#if>
</@layout.registrationLayout>
