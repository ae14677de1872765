<#-- Label, what is wrong, control: in this order, and tied together; the focus is on the first that is to be filled. In place of keycloak.v2/login/field.ftl of Keycloak 26.7. -->
<#macro group name label error="" required=false>
<div class="field<#if error?has_content> field-error</#if>">
  <label for="${name}">${label}<#if required> <span aria-hidden="true">*</span></#if></label>
  <div id="input-error-container-${name}">
    <#if error?has_content>
    <span class="error" id="input-error-${name}" aria-live="polite">${error}</span>
    </#if>
  </div>
  <#nested>
</div>
</#macro>

<#macro wrong name error><#if error?has_content> aria-invalid="true" aria-describedby="input-error-${name}"</#if></#macro>

<#macro errorIcon error=""></#macro>

<#macro input name label value="" required=false autocomplete="off" fieldName=name error=messagesPerField.get(fieldName) autofocus=false>
  <@group name=name label=label error=error required=required>
  <input id="${name}" name="${name}" value="${value}" type="text" autocomplete="${autocomplete}"<#if autofocus && !(name == "username" && value?has_content)> autofocus</#if><#if autocomplete == "one-time-code"> inputmode="numeric"</#if><@wrong name=name error=error/>>
  </@group>
</#macro>

<#macro password name label value="" required=false forgotPassword=false fieldName=name error=messagesPerField.get(fieldName) autocomplete="off" autofocus=false>
  <@group name=name label=label error=error required=required>
  <div class="with-button">
    <input id="${name}" name="${name}" value="${value}" type="password" autocomplete="${autocomplete}"<#if autofocus || (name == "password" && (login.username)?has_content)> autofocus</#if><@wrong name=name error=error/>>
    <button class="btn btn-quiet" type="button" aria-label="${msg('showPassword')}" aria-controls="${name}" data-password-toggle
            data-icon-show="eye" data-icon-hide="eye eye-shut"
            data-label-show="${msg('showPassword')}" data-label-hide="${msg('hidePassword')}" id="${name}-show-password">
      <i class="eye"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M2 12s4-6.5 10-6.5S22 12 22 12s-4 6.5-10 6.5S2 12 2 12z"/><circle cx="12" cy="12" r="2.8"/><path class="shut" d="M4 3l16 18"/></svg></i>
    </button>
  </div>
  <#nested>
  <#if forgotPassword>
  <p class="gap-small"><a href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></p>
  </#if>
  </@group>
</#macro>

<#macro clipboard name label ariaLabel=label value="" readonly=true>
  <p class="field"><input id="${name}" name="${name}" value="${value}" type="text"<#if readonly> readonly</#if> aria-label="${ariaLabel}"></p>
</#macro>

<#macro checkbox name label value=false required=false>
<div class="choice">
  <input type="checkbox" id="${name}" name="${name}"<#if value> checked</#if>>
  <label for="${name}">${label}<#if required> <span aria-hidden="true">*</span></#if></label>
</div>
</#macro>
